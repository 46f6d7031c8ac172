import { useState } from 'react';
import { type NoteKind, noteKindSchema } from '../../../shared/domain/events.ts';
import { ChoiceList } from '../../components/ChoiceList.tsx';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ErrorNotice, Notice } from '../../components/Notice.tsx';
import { TextArea } from '../../components/TextArea.tsx';
import { NOTE_KIND_HINTS, NOTE_KIND_LABELS } from '../../text/acts.ts';
import { seatText } from '../../text/format.ts';
import type { ActPerson, ActPlace } from './act-place.ts';
import type { PersonActs } from './use-person-acts.ts';

const MAX_TEXT = 1000;

interface NoteDialogProps {
  /** Null: about the room itself. */
  readonly person: ActPerson | null;
  readonly place: Omit<ActPlace, 'candidate'> & { readonly candidate: ActPlace['candidate'] | null };
  readonly acts: PersonActs;
  readonly onClose: () => void;
}

/** 记一笔: what the room record is to say of a person, or of the room, beside the acts themselves. */
export function NoteDialog({ person, place, acts, onClose }: NoteDialogProps) {
  const [kind, setKind] = useState<NoteKind | null>(null);
  const [text, setText] = useState('');
  const canSave = kind !== null && text.trim() !== '' && !acts.isBusy;

  async function save(): Promise<void> {
    if (kind === null || !canSave) return;
    const about = { person, what: '已记一笔' };
    if ((await acts.takeNote({ ...place, kind, text: text.trim() }, about)) !== null) onClose();
  }

  return (
    <FormDialog
      title={`记一笔：${person === null ? '本考场' : `${seatText(person.seat)} 座 ${person.name}`}`}
      isOpen
      isDismissable={text.trim() === ''}
      onClose={onClose}
    >
      <p className="quiet">写进考场情况记录单，同类的排在一起。</p>
      <div className="dialog-body">
        <ChoiceList
          label="哪一类"
          columns={2}
          value={kind}
          onChange={setKind}
          choices={noteKindSchema.options.map((value) => ({ value, label: NOTE_KIND_LABELS[value] }))}
        />
        {kind === 'seat-or-machine' && (
          <Notice
            tone="late"
            what="换座须经主考批准（R38），在座位上按“换座”办理"
            todo="只换机器、不换座位的写在这里：几号座位、几点、换成哪一台。"
          />
        )}
        <TextArea
          label="内容"
          value={text}
          onChange={setText}
          maxLength={MAX_TEXT}
          hint={kind === null ? '先选哪一类' : NOTE_KIND_HINTS[kind]}
        />
        {acts.error !== null && <ErrorNotice error={acts.error} />}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            取消
          </button>
          <button type="button" className="button button-primary" disabled={!canSave} onClick={() => void save()}>
            {acts.isBusy ? '正在保存…' : '记下'}
          </button>
        </div>
      </div>
    </FormDialog>
  );
}
