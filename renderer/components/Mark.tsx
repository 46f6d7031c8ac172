import { assertNever } from '../../shared/result.ts';

/** Every shape that stands for a state; drawn, never typed, for the fonts lack some and a fallback draws them wrong. */
export type MarkShape =
  | 'present'
  | 'late'
  | 'absent'
  | 'violation'
  | 'doubtful'
  | 'expected'
  | 'allowed'
  | 'forbidden'
  | 'good'
  | 'off'
  | 'attention'
  | 'done'
  | 'search';

/** A state's shape in the colour of its text. Decorative: the word beside it says the same. */
export function Mark({ shape }: { readonly shape: MarkShape }) {
  return (
    <svg className="mark" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {drawing(shape)}
    </svg>
  );
}

function drawing(shape: MarkShape) {
  const line = {
    fill: 'none',
    stroke: 'currentColor',
    strokeWidth: 2,
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
  } as const;
  switch (shape) {
    case 'present':
    case 'good':
      return <circle cx="8" cy="8" r="6.5" fill="currentColor" />;
    case 'late':
    case 'attention':
      return <path d="M8 1.5 15 14.5H1Z" fill="currentColor" />;
    case 'absent':
      return <path d="m3 3 10 10M13 3 3 13" {...line} />;
    case 'violation':
      return <path d="m8 1 7 7-7 7-7-7Z" fill="currentColor" />;
    case 'doubtful':
      return <rect x="2" y="2" width="12" height="12" rx="1.5" fill="currentColor" />;
    case 'expected':
      return <circle cx="8" cy="8" r="6" {...line} strokeDasharray="2.6 3.2" strokeWidth={1.8} />;
    case 'off':
      return <circle cx="8" cy="8" r="5.5" {...line} />;
    case 'allowed':
    case 'done':
      return <path d="m2.5 8.5 3.8 4 7.2-8.5" {...line} strokeWidth={2.2} />;
    case 'forbidden':
      return (
        <>
          <circle cx="8" cy="8" r="6.5" {...line} />
          <path d="M4.8 8h6.4" {...line} />
        </>
      );
    case 'search':
      return (
        <>
          <circle cx="7" cy="7" r="4.8" {...line} />
          <path d="m10.8 10.8 3.4 3.4" {...line} />
        </>
      );
    default:
      return assertNever(shape);
  }
}
