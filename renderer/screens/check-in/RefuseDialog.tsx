import { useState } from 'react';
import type { CandidateCard } from '../../../shared/contract/views.ts';
import type { EntryRefusalReason } from '../../../shared/domain/events.ts';
import type { CandidateId, PaperId, RoomNo } from '../../../shared/ids.ts';
import { ChoiceList } from '../../components/ChoiceList.tsx';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { TextField } from '../../components/TextField.tsx';
import { seatText } from '../../text/format.ts';
import { CHOSEN_REASONS, REFUSAL_REASONS } from '../../text/check-in.ts';
import { OBJECTION_ACTS } from '../../text/seating.ts';
import type { EntryActs } from './use-entry-acts.ts';

/** The person, room and paper that an act at the door is about. */
export interface EntryPlace {
  readonly room: RoomNo;
  readonly paper: PaperId;
  readonly candidate: CandidateId;
}

interface RefuseDialogProps {
  readonly card: CandidateCard;
  readonly place: EntryPlace;
  readonly acts: EntryActs;
  /** The note of what the chief was asked about; '' where nothing stands against the entry. */
  readonly asked: string;
  readonly onClose: () => void;
}

/** 拒绝入场 with its reason; a fact for the record, so it can be taken back but not forgotten. */
export function RefuseDialog({ card, place, acts, asked, onClose }: RefuseDialogProps) {
  const [reason, setReason] = useState<EntryRefusalReason | null>(asked === '' ? null : 'other');
  const [note, setNote] = useState(asked);
  const needsNote = reason === 'other';
  const canRefuse = reason !== null && (!needsNote || note.trim() !== '') && !acts.isBusy;

  async function refuse(): Promise<void> {
    if (reason === null) return;
    const input = { ...place, ticket: null, reason, note: note.trim() === '' ? null : note.trim() };
    const isDone = await acts.refuse(input, { seat: card.seat, name: card.name, note: REFUSAL_REASONS[reason] });
    if (isDone) onClose();
  }

  return (
    <FormDialog
      title={asked === '' ? `拒绝 ${card.name} 入场` : OBJECTION_ACTS.refuseTitle(card.name)}
      isOpen
      isDismissable={note.trim() === asked}
      onClose={onClose}
    >
      <p className="quiet figures">{seatText(card.seat)} 座。登记后可以撤销；原因消除后仍可再来签到。</p>
      <div className="dialog-body">
        <ChoiceList
          label="原因"
          columns={2}
          value={reason}
          onChange={setReason}
          choices={CHOSEN_REASONS.map((value) => ({ value, label: REFUSAL_REASONS[value] }))}
        />
        <TextField
          label={needsNote ? '说明（必填）' : '说明（可不填）'}
          value={note}
          onChange={setNote}
          maxLength={500}
          hint="如：身份证未带；与证件照片不像"
        />
        {acts.error !== null && <ErrorNotice error={acts.error} />}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            取消
          </button>
          <button type="button" className="button button-danger" disabled={!canRefuse} onClick={() => void refuse()}>
            {acts.isBusy ? '正在保存…' : asked === '' ? '登记拒绝入场' : OBJECTION_ACTS.refusePrimary}
          </button>
        </div>
      </div>
    </FormDialog>
  );
}
