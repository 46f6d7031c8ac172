import type { ReactNode } from 'react';
import type { MethodOutput } from '../../../shared/contract/methods.ts';
import type { CandidateCard, PhotoOutcome } from '../../../shared/contract/views.ts';
import { seatText } from '../../text/format.ts';
import { LEFT_OUT_ORDER, LEFT_OUT_TEXT } from '../../text/photos.ts';

interface PhotoGapsProps {
  readonly report: MethodOutput<'photos.report'>;
  /** Files that were too large to be sent. */
  readonly tooLarge: readonly string[];
  readonly isOffice: boolean;
}

/** What is still to be mended: who has no photo, and which files of the last import gave nobody one. */
export function PhotoGaps({ report, tooLarge, isOffice }: PhotoGapsProps) {
  // Before the first photo everybody is without one: that needs no list.
  const missing = report.filed === 0 ? [] : report.missing;
  const leftOut: readonly PhotoOutcome[] = [
    ...report.leftOut,
    ...tooLarge.map((name) => ({ name, outcome: 'too-large', candidate: null }) as const),
  ];
  const people = new Map(report.missing.map((card) => [card.candidate, card]));
  if (missing.length === 0 && leftOut.length === 0) return null;
  return (
    <div className="photo-gaps">
      {missing.length > 0 && (
        <Gap
          title="缺照片"
          count={`${missing.length} 人`}
          todo="没有照片也可以签到，请重点核对证件。"
          isOpen={missing.length <= 12}
        >
          <ul className="gap-people" aria-label="缺照片的考生">
            {missing.map((card) => (
              <li key={card.candidate}>
                <span className="figures gap-seat">{placeText(card, isOffice)}</span> {card.name}
              </li>
            ))}
          </ul>
        </Gap>
      )}
      {LEFT_OUT_ORDER.map((kind) => {
        const files = leftOut.filter(({ outcome }) => outcome === kind);
        if (files.length === 0) return null;
        const { title, todo } = LEFT_OUT_TEXT[kind];
        return (
          <Gap key={kind} title={title} count={`${files.length} 个`} todo={todo} isOpen={files.length <= 12}>
            <ul className="gap-files" aria-label={title}>
              {files.map((file, index) => {
                const owner = file.candidate === null ? undefined : people.get(file.candidate);
                return (
                  // A folder tree may hold two files of one name.
                  <li key={`${index} ${file.name}`} className="figures">
                    {file.name}
                    {owner !== undefined && (
                      <span className="quiet">
                        （{placeText(owner, isOffice)} {owner.name}）
                      </span>
                    )}
                  </li>
                );
              })}
            </ul>
          </Gap>
        );
      })}
    </div>
  );
}

function placeText({ room, seat }: CandidateCard, isOffice: boolean): string {
  return `${isOffice ? `${room} 考场 ` : ''}${seatText(seat)} 座`;
}

interface GapProps {
  readonly title: string;
  readonly count: string;
  readonly todo: string;
  readonly isOpen: boolean;
  readonly children: ReactNode;
}

function Gap({ title, count, todo, isOpen, children }: GapProps) {
  return (
    <details className="gap" open={isOpen}>
      <summary className="card-summary">
        {title} <span className="figures">{count}</span>
        <span className="quiet gap-todo">{todo}</span>
      </summary>
      {children}
    </details>
  );
}
