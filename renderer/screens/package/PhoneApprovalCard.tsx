import { useState } from 'react';
import { KeyHint } from '../../components/KeyHint.tsx';
import { useFunctionKey } from '../../components/use-function-key.ts';
import { useStation } from '../../stores/station-store.ts';
import { shortTimeText } from '../../text/format.ts';
import { phoneApprovalKindText, phoneApprovalText as words } from '../../text/package.ts';
import { LeaderOnly } from '../../components/LeaderOnly.tsx';
import { PhoneApprovalDialog } from './PhoneApprovalDialog.tsx';

/** 今日考务 of the exam office: a room calls, and the chief says a code. */
export function PhoneApprovalCard() {
  const made = useStation((view) => view.state.site.packages.made);
  const answers = useStation((view) => view.state.site.packages.answers);
  const [isOpen, setOpen] = useState(false);
  useFunctionKey('F8', made === null ? null : () => setOpen(true));
  const rows = Object.entries(answers)
    .flatMap(([room, ofRoom]) => Object.entries(ofRoom).map(([number, answer]) => ({ room, number, ...answer })))
    .toSorted((a, b) => b.at - a.at);
  return (
    <section className="card">
      <h2 className="card-title">{words.title}</h2>
      <p className="quiet">{made === null ? words.notMade : words.what}</p>
      {made !== null && (
        <LeaderOnly>
          <div className="settings-acts">
            <button type="button" className="button" onClick={() => setOpen(true)}>
              {words.open}
              <KeyHint name="F8" />
            </button>
          </div>
        </LeaderOnly>
      )}
      {rows.length > 0 && (
        <ul className="staff-list" aria-label={words.log}>
          {rows.map(({ room, number, kind, at }) => (
            <li key={`${room}/${number}`} className="figures">
              <span>{words.readOut(room, number.padStart(2, '0'), phoneApprovalKindText(kind))}</span>
              <span className="quiet">{shortTimeText(at)}</span>
            </li>
          ))}
        </ul>
      )}
      {isOpen && made !== null && <PhoneApprovalDialog rooms={made.rooms} onClose={() => setOpen(false)} />}
    </section>
  );
}
