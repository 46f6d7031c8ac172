import type { ReactNode } from 'react';
import type { ContractError } from '../../shared/contract/call.ts';
import { errorText } from '../text/errors.ts';
import { Mark, type MarkShape } from './Mark.tsx';

interface NoticeProps {
  readonly tone: 'violation' | 'late' | 'present' | 'accent' | 'doubtful' | 'idle';
  readonly what: string;
  readonly todo?: string;
  readonly children?: ReactNode;
}

const SHAPES: Readonly<Record<NoticeProps['tone'], MarkShape>> = {
  violation: 'forbidden',
  late: 'late',
  present: 'done',
  accent: 'off',
  doubtful: 'doubtful',
  idle: 'off',
};

/** What happened and what to do, with a shape beside the colour. Errors are told to a screen reader at once. */
export function Notice({ tone, what, todo, children }: NoticeProps) {
  return (
    <div className={`notice tone-${tone}`} role={tone === 'violation' ? 'alert' : 'status'}>
      <Mark shape={SHAPES[tone]} />
      <div>
        <p className="notice-what">{what}</p>
        {todo !== undefined && <p className="notice-todo">{todo}</p>}
        {children}
      </div>
    </div>
  );
}

/** An expected failure of the station, in words. */
export function ErrorNotice({ error }: { readonly error: ContractError }) {
  const { what, todo } = errorText(error);
  return <Notice tone="violation" what={what} todo={todo} />;
}
