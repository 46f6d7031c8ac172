import { useState } from 'react';
import type { CandidateCard } from '../../../shared/contract/views.ts';
import { judgeEntry } from '../../../shared/domain/timeline.ts';
import type { Objection } from '../../../shared/domain/objections.ts';
import type { EntryVerdict, PaperTimeline } from '../../../shared/domain/timeline-types.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { TextField } from '../../components/TextField.tsx';
import { useActing } from '../../stores/acting-store.ts';
import { secondOf } from '../../stores/people-here.ts';
import { useStation } from '../../stores/station-store.ts';
import { useNow } from '../../stores/use-now.ts';
import { neatTimeText } from '../../text/format.ts';
import { approvalOf } from '../course/approval-draft.ts';
import { newApproval } from '../course/new-approval.ts';
import { ApproverFields } from '../course/ApprovalFields.tsx';
import { parseClockEntry } from './clock-entry.ts';
import type { EntryPlace } from './RefuseDialog.tsx';
import { ObjectionNotice } from './ObjectionNotice.tsx';
import type { EntryActs } from './use-entry-acts.ts';
import type { Search } from './search-store.ts';
import { isComplete, type Witness, WitnessFields } from '../../components/WitnessFields.tsx';

interface BackfillDialogProps {
  readonly card: CandidateCard;
  readonly place: EntryPlace;
  readonly found: Search['found'];
  readonly timeline: PaperTimeline;
  /** What stood against the entry: the chief let him in then. */
  readonly objections: readonly Objection[];
  readonly acts: EntryActs;
  readonly onClose: () => void;
}

/** 补录: somebody came in earlier and was not recorded. Judged by when it happened; both times stand in the record. */
export function BackfillDialog({ card, place, found, timeline, objections, acts, onClose }: BackfillDialogProps) {
  const now = useNow();
  const staff = useStation((view) => view.staff);
  const actor = useActing((store) => store.actor);
  const [time, setTime] = useState('');
  const [witness, setWitness] = useState<Witness>(() => ({
    reason: '',
    second: secondOf(staff, actor)?.staff ?? null,
  }));
  const [approval, setApproval] = useState(() => newApproval(staff, actor));
  const approved = objections.length === 0 ? null : approvalOf({ ...approval, second: witness.second });
  const occurredAt = parseClockEntry(time, now);
  const verdict = occurredAt === null ? null : judgeEntry(timeline, occurredAt);
  const isFuture = occurredAt !== null && occurredAt > now;
  const isAdmitted = verdict !== null && (verdict.kind === 'on-time' || verdict.kind === 'late');
  const isApproved = typeof approved !== 'string';
  const canRecord = isAdmitted && !isFuture && isApproved && isComplete(witness) && !acts.isBusy;

  async function record(): Promise<void> {
    if (!canRecord || !isApproved || occurredAt === null || verdict === null) return;
    const despite = approved === null ? {} : { despite: objections.map((one) => one.despite), approval: approved };
    const checks = { ticket: 'ok', idDocument: 'ok', face: 'match' } as const;
    const note = `补录，实际入场 ${neatTimeText(occurredAt)}`;
    const code = approved?.how === 'code' ? { approvalCode: approval.code } : {};
    const options = { occurredAt, second: witness.second, reason: witness.reason.trim(), ...code };
    if (
      await acts.checkIn({ ...place, found, checks, ...despite }, { seat: card.seat, name: card.name, note }, options)
    )
      onClose();
  }

  return (
    <FormDialog
      title={`补录 ${card.name} 的入场`}
      isOpen
      isDismissable={witness.reason.trim() === ''}
      onClose={onClose}
    >
      <p className="quiet">按当时的时间判定是否迟到；记录和文书上同时写明补录时间。</p>
      <div className="dialog-body">
        <TextField
          label="实际入场时间"
          value={time}
          onChange={setTime}
          inputMode="numeric"
          takesFocus
          hint={verdict === null || occurredAt === null ? '如 8:05 或 8:05:30' : verdictText(verdict)}
          problem={problemOf(time, occurredAt, isFuture, isAdmitted)}
        />
        {objections.length > 0 && (
          <>
            <ObjectionNotice objections={objections} />
            <ApproverFields draft={approval} onChange={setApproval} />
          </>
        )}
        <WitnessFields witness={witness} onChange={setWitness} />
        {acts.error !== null && <ErrorNotice error={acts.error} />}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            取消
          </button>
          <button type="button" className="button button-primary" disabled={!canRecord} onClick={() => void record()}>
            {acts.isBusy ? '正在保存…' : '补录入场'}
          </button>
        </div>
      </div>
    </FormDialog>
  );
}

function problemOf(time: string, occurredAt: number | null, isFuture: boolean, isAdmitted: boolean): string | null {
  if (time.trim().length < 3) return null;
  if (occurredAt === null) return '请写成 8:05 或 8:05:30';
  if (isFuture) return '补录的时间不能比现在晚';
  return isAdmitted ? null : '那时不在入场时间内，不能补录入场';
}

function verdictText(verdict: EntryVerdict): string {
  return verdict.kind === 'late' ? `按此时间：迟到 ${verdict.lateMinutes} 分钟` : '按此时间：按时入场';
}
