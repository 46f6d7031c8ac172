import { useMemo, useState } from 'react';
import type { EventRef } from '../../../shared/domain/schema-parts.ts';
import { findViolation, violationsFor } from '../../../shared/domain/violations.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ErrorNotice, Notice } from '../../components/Notice.tsx';
import { useActing } from '../../stores/acting-store.ts';
import { secondOf } from '../../stores/people-here.ts';
import { useDay } from '../../stores/room-view.ts';
import { useStation } from '../../stores/station-store.ts';
import { useNow } from '../../stores/use-now.ts';
import { LADDER } from '../../text/acts.ts';
import { seatText } from '../../text/format.ts';
import { CHECK_FIRST } from '../../text/violations.ts';
import type { ActPerson, ActPlace } from './act-place.ts';
import { CodePicker } from './CodePicker.tsx';
import { staffName } from './staff-name.ts';
import type { PersonActs } from './use-person-acts.ts';
import { ViolationDone } from './ViolationDone.tsx';
import { ViolationFields } from './ViolationFields.tsx';
import { draftTime, missingIn, type ViolationDraft } from './violation-draft.ts';

interface ViolationDialogProps {
  readonly person: ActPerson;
  readonly place: ActPlace;
  /** The person takes another paper after this one. */
  readonly hasPaperAhead: boolean;
  readonly acts: PersonActs;
  readonly onClose: () => void;
}

/** 违纪登记: what, whereby, and the two who stand by it; then what is to be done next. */
export function ViolationDialog({ person, place, hasPaperAhead, acts, onClose }: ViolationDialogProps) {
  const [recorded, setRecorded] = useState<EventRef | null>(null);
  const [isWritten, setWritten] = useState(false);
  const title = `违纪登记：${seatText(person.seat)} 座 ${person.name}`;
  if (recorded !== null) {
    return (
      <FormDialog title={title} isOpen onClose={onClose}>
        <ViolationDone event={recorded} onClose={onClose} />
      </FormDialog>
    );
  }
  return (
    <FormDialog title={title} isOpen isWide isDismissable={!isWritten} onClose={onClose}>
      <ViolationForm
        person={person}
        place={place}
        hasPaperAhead={hasPaperAhead}
        acts={acts}
        onClose={onClose}
        onWritten={() => setWritten(true)}
        onRecorded={setRecorded}
      />
    </FormDialog>
  );
}

interface ViolationFormProps extends ViolationDialogProps {
  /** Something stands in the form that Esc must not throw away. */
  readonly onWritten: () => void;
  readonly onRecorded: (event: EventRef) => void;
}

function ViolationForm({ person, place, hasPaperAhead, acts, onClose, onWritten, onRecorded }: ViolationFormProps) {
  const now = useNow();
  const day = useDay();
  const staff = useStation((view) => view.staff);
  const actor = useActing((store) => store.actor);
  const [draft, setDraft] = useState<ViolationDraft>(() => ({
    ...EMPTY_DRAFT,
    second: secondOf(staff, actor)?.staff ?? null,
  }));
  const rules = day?.rules.values ?? null;
  const kinds = useMemo(() => (rules === null ? [] : violationsFor(rules)), [rules]);
  const seconds = staff.filter(
    (card) => card.role === 'invigilator' && card.staff !== actor && card.room === place.room,
  );
  const self = staff.find((card) => card.staff === actor);
  const isFit = self?.role === 'invigilator' && self.room === place.room;
  const missing = isFit ? missingIn(draft, now) : '须由本考场监考员操作';
  const kind = draft.code === null ? undefined : findViolation(draft.code);

  function write(change: Partial<ViolationDraft>): void {
    setDraft((old) => ({ ...old, ...change }));
    onWritten();
  }

  async function record(): Promise<void> {
    const { code, second, discovery, isTicketHeld } = draft;
    if (code === null || second === null || missing !== null) return;
    const at = draftTime(draft, now);
    const late = at === null || at === 'wrong' ? {} : { occurredAt: at, reason: draft.reason.trim() };
    const held = draft.held.trim() === '' ? null : draft.held.trim();
    const texts = { facts: draft.facts.trim(), held };
    const input = { ...place, code, measure: 'recorded', discovery, ...texts, isTicketHeld } as const;
    const about = { person, what: `违纪登记 ${code}` };
    const event = await acts.violate(input, about, { second, ...late });
    if (event !== null) onRecorded(event);
  }

  return (
    <>
      <p className="quiet">{LADDER}</p>
      <div className="violation-form">
        <CodePicker kinds={kinds} value={draft.code} onChange={(code) => write({ code })} />
        <ViolationFields
          draft={draft}
          onChange={write}
          now={now}
          seconds={seconds}
          actingName={staffName(staff, actor)}
          hasPaperAhead={hasPaperAhead}
        />
      </div>
      <div className="dialog-foot">
        {!isFit && (
          <Notice
            tone="late"
            what="违纪登记由本考场两名监考员办理（R41）"
            todo="请先在右上角「当前操作」换成本考场监考员。"
          />
        )}
        {kind?.checkFirst === true && <Notice tone="late" what={CHECK_FIRST} />}
        {acts.error !== null && <ErrorNotice error={acts.error} />}
        <div className="violation-confirm">
          <p className="violation-sum">
            <strong>
              {seatText(person.seat)} 座 {person.name}
              {kind === undefined ? '' : `，${kind.code} ${kind.behaviour}`}
            </strong>
            <span className="quiet">
              {missing ?? `${staffName(staff, actor)}、${staffName(staff, draft.second)} 共同登记`}
            </span>
          </p>
          <button type="button" className="button" onClick={onClose}>
            取消
          </button>
          <button
            type="button"
            className="button button-danger"
            disabled={missing !== null || acts.isBusy}
            onClick={() => void record()}
          >
            {acts.isBusy ? '正在保存…' : '登记违纪'}
          </button>
        </div>
      </div>
    </>
  );
}

const EMPTY_DRAFT: ViolationDraft = {
  code: null,
  discovery: 'on-site',
  facts: '',
  held: '',
  isTicketHeld: false,
  second: null,
  time: '',
  reason: '',
};
