import { assertNever } from '../../shared/result.ts';

/** Every shape that stands for a state; drawn, never typed, for the fonts lack some and a fallback draws them wrong. */
export type MarkShape =
  | 'present'
  | 'late'
  | 'absent'
  | 'violation'
  | 'cancelled'
  | 'warned'
  | 'submitted'
  | 'forced'
  | 'left'
  | 'doubtful'
  | 'expected'
  | 'allowed'
  | 'forbidden'
  | 'good'
  | 'off'
  | 'attention'
  | 'done'
  | 'search'
  | 'alarm'
  | 'paused';

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
    case 'warned':
      return <path d="m8 1.8 6.2 6.2L8 14.2 1.8 8Z" {...line} />;
    // The violation's own shape, struck out.
    case 'cancelled':
      return (
        <path
          d="m8 1 7 7-7 7-7-7ZM5.6 4.6l-1 1L7 8l-2.4 2.4 1 1L8 9l2.4 2.4 1-1L9 8l2.4-2.4-1-1L8 7Z"
          fillRule="evenodd"
          fill="currentColor"
        />
      );
    // Handed in: up and over the line.
    case 'submitted':
      return <path d="M2.5 2.5h11M8 14V6M4.2 9.4 8 5.6l3.8 3.8" {...line} strokeWidth={2.2} />;
    // A window that no longer fills its screen.
    case 'forced':
      return (
        <>
          <path d="M14.2 6V2.5H1.8v9.6h3.7" {...line} />
          <rect x="7.5" y="8" width="7.7" height="6.2" rx="1" fill="currentColor" />
        </>
      );
    case 'left':
      return <path d="M3.5 2.2 13.4 8l-9.9 5.8Z" {...line} />;
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
    // A bell.
    case 'alarm':
      return (
        <path
          d="M8 .8c.8 0 1.3.5 1.3 1.2 2 .5 3.2 2.1 3.2 4.3v3.2l1.6 2.3H1.9l1.6-2.3V6.3c0-2.2 1.2-3.8 3.2-4.3C6.7 1.3 7.2.8 8 .8ZM6.1 13.2h3.8a1.9 1.9 0 0 1-3.8 0Z"
          fill="currentColor"
        />
      );
    case 'paused':
      return <path d="M5.2 2.5v11M10.8 2.5v11" {...line} strokeWidth={3} />;
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
