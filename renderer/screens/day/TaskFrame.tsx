import type { ReactNode } from 'react';
import type { PaperId } from '../../../shared/ids.ts';
import { PaperTag } from './PaperTag.tsx';

interface TaskFrameProps {
  readonly paper: PaperId;
  readonly title: string;
  /** Since when, or until when. */
  readonly when: string;
  readonly tone: 'due' | 'overdue' | 'upcoming';
  readonly children: ReactNode;
}

/** The card of the one thing to do now. */
export function TaskFrame({ paper, title, when, tone, children }: TaskFrameProps) {
  return (
    <section className={`card now now-${tone}`} aria-label="现在要做">
      <div className="now-head">
        <h2 className="now-title">
          <PaperTag paper={paper} />
          {title}
        </h2>
        <p className="now-when figures">{when}</p>
      </div>
      {children}
    </section>
  );
}
