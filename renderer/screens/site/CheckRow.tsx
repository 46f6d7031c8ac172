import type { CheckFacts } from '../../../shared/documents/check-words.ts';
import { checkSentence } from '../../../shared/documents/check-words.ts';
import type { CheckStanding } from '../../../shared/domain/checks-state.ts';
import type { RoomNo } from '../../../shared/ids.ts';
import { Mark } from '../../components/Mark.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { ask } from '../../stores/send-command.ts';
import { useStation } from '../../stores/station-store.ts';
import { useAct } from '../../stores/use-act.ts';
import { checkText } from '../../text/checks.ts';
import { dayTimeText } from '../../text/format.ts';
import { staffName } from '../acts/staff-name.ts';
import type { ReasonedAct } from './CheckReasonDialog.tsx';

interface CheckRowProps {
  readonly standing: CheckStanding;
  readonly facts: CheckFacts;
  /** What people wrote with it; null for nothing. */
  readonly written: { readonly note: string; readonly reason: string } | null;
  /** Null = the site's own list. */
  readonly roomNo: RoomNo | null;
  /** The tick wants a number or a sentence with it. */
  readonly onAsk: () => void;
  readonly onReason: (type: ReasonedAct['type']) => void;
}

/** One item: a large tick, what it asks, and beneath it who says so. Each is ticked for itself, as fast as the hand goes. */
export function CheckRow({ standing, facts, written, roomNo, onAsk, onReason }: CheckRowProps) {
  const { item, status, entry } = standing;
  const staff = useStation((view) => view.staff);
  const { busy, error, run } = useAct();
  const text = checkSentence(item.id, facts);
  const isSaid = entry !== null && status !== 'open';
  const detail = detailOf(standing, written);
  const onTick = () => {
    if (item.asks !== 'nothing') onAsk();
    else void run(item.id, () => ask('check.tick', { room: roomNo, item: item.id, count: null, note: null }));
  };
  return (
    <li className={`check-item check-item-${status}`}>
      <label className="check-tick">
        <input
          type="checkbox"
          checked={status === 'ticked'}
          disabled={busy !== null || status === 'set-aside'}
          aria-label={checkText.tick(text)}
          onChange={() => (status === 'ticked' ? onReason('untickCheck') : onTick())}
        />
        <span>
          <span className="check-text">{text}</span>
          {detail !== '' && (
            <span className={status === 'short' ? 'check-detail ink-late' : 'check-detail'}>
              {status === 'short' && <Mark shape="attention" />}
              {detail}
            </span>
          )}
          {isSaid && (
            <span className="check-by figures">
              {checkText.doneBy(staffName(staff, entry.actor), dayTimeText(entry.occurredAt))}
            </span>
          )}
        </span>
      </label>
      <span className="check-acts">
        {status === 'ticked' && item.asks !== 'nothing' && (
          <Act label={checkText.change} text={text} onPress={onTick} />
        )}
        {(status === 'open' || status === 'short') && (
          <Act label={checkText.aside} text={text} onPress={() => onReason('setCheckAside')} />
        )}
        {status === 'set-aside' && <Act label={checkText.reopen} text={text} onPress={() => onReason('untickCheck')} />}
      </span>
      {error !== null && <ErrorNotice error={error} />}
    </li>
  );
}

interface ActProps {
  readonly label: string;
  readonly text: string;
  readonly onPress: () => void;
}

function Act({ label, text, onPress }: ActProps) {
  return (
    <button type="button" className="button button-quiet button-small" onClick={onPress}>
      <span>
        {label}…<span className="visually-hidden"> {text}</span>
      </span>
    </button>
  );
}

function detailOf({ status, wanted, entry }: CheckStanding, written: CheckRowProps['written']): string {
  const reason = written?.reason ?? '';
  if (status === 'set-aside') return checkText.asideBecause(reason);
  if (status === 'open') {
    const again = entry === null || reason === '' ? '' : checkText.reopenedBecause(reason);
    return [again, wanted === null ? '' : checkText.wanted(wanted)].filter((part) => part !== '').join('，');
  }
  const have = entry?.count ?? 0;
  return [
    wanted === null ? '' : checkText.counted(have, wanted),
    wanted !== null && have < wanted ? checkText.short(wanted - have) : '',
    written?.note ?? '',
  ]
    .filter((part) => part !== '')
    .join('，');
}
