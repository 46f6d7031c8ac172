import { useState } from 'react';
import type { ContractError } from '../../../shared/contract/call.ts';
import type { RosterPreview } from '../../../shared/contract/views.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ErrorNotice, Notice } from '../../components/Notice.tsx';
import { RosterFile } from '../../components/RosterFile.tsx';
import { RosterPreviewView } from '../../components/RosterPreviewView.tsx';
import { useActing } from '../../stores/acting-store.ts';
import { ask } from '../../stores/send-command.ts';
import { loadCards, refreshSetup } from '../../stores/station-link.ts';
import { useStation } from '../../stores/station-store.ts';

/** 名单: imported again when the site has a newer one; only the differences are recorded. */
export function ImportCard() {
  const [isOpen, setOpen] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const staff = useStation((view) => view.staff);
  const { actor, askFor } = useActing();
  const acting = staff.find((card) => card.staff === actor);
  const leader = staff.find((card) => card.role === 'chief');
  const mayImport = acting?.role === 'chief' || acting?.role === 'deputy';
  return (
    <section className="card">
      <h2 className="card-title">名单</h2>
      <p>名单有更正时，用新文件再导入一次：只记录有变化的人；已有签到记录的人不会被删除，只会标出。</p>
      {done !== null && <Notice tone="present" what={done} />}
      <div className="settings-acts">
        {mayImport ? (
          <button
            type="button"
            className="button"
            onClick={() => {
              setDone(null);
              setOpen(true);
            }}
          >
            重新导入名单…
          </button>
        ) : (
          <>
            <span className="quiet">导入名单由主考办理。</span>
            {leader !== undefined && (
              <button type="button" className="button" onClick={() => askFor(leader.staff)}>
                换成主考 {leader.name} 操作
              </button>
            )}
          </>
        )}
      </div>
      {isOpen && (
        <ImportDialog
          onClose={() => setOpen(false)}
          onDone={(preview) => {
            setOpen(false);
            setDone(`已导入「${preview.fileName}」，${changesText(preview)}。`);
          }}
        />
      )}
    </section>
  );
}

function changesText({ changes }: RosterPreview): string {
  if (changes === null) return '首次导入';
  const parts = [
    ['新增', changes.added],
    ['更正', changes.corrected],
    ['换座', changes.moved],
    ['移出', changes.withdrawn],
    ['标出', changes.flagged],
  ] as const;
  const said = parts.filter(([, count]) => count > 0).map(([word, count]) => `${word} ${count} 人`);
  return said.length === 0 ? '与本机名单相同，没有变化' : said.join('，');
}

interface ImportDialogProps {
  readonly onClose: () => void;
  readonly onDone: (preview: RosterPreview) => void;
}

function ImportDialog({ onClose, onDone }: ImportDialogProps) {
  const binding = useStation((view) => view.status?.binding ?? null);
  const [preview, setPreview] = useState<RosterPreview | null>(null);
  const [accepts, setAccepts] = useState({ leftOut: false, removals: false });
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ContractError | null>(null);
  const leftOut = preview === null ? 0 : preview.personRows - preview.takenRows;
  const removals = (preview?.changes?.withdrawn ?? 0) + (preview?.changes?.flagged ?? 0);
  const canImport =
    preview !== null &&
    binding !== null &&
    !isBusy &&
    (leftOut === 0 || accepts.leftOut) &&
    (removals === 0 || accepts.removals);

  async function commit(): Promise<void> {
    if (!canImport) return;
    setBusy(true);
    setError(null);
    const input = {
      preview: preview.preview,
      binding,
      acceptLeftOut: accepts.leftOut,
      acceptRemovals: accepts.removals,
    };
    const answer = await ask('roster.commit', input);
    if (!answer.ok) {
      setError(answer.error);
      setBusy(false);
      return;
    }
    await refreshSetup();
    await loadCards();
    onDone(preview);
  }

  return (
    <FormDialog title="重新导入名单" isOpen isWide onClose={onClose}>
      <div className="dialog-body">
        <RosterFile onPreview={setPreview} />
        {preview !== null && (
          <>
            <Notice tone="accent" what={`与本机名单相比：${changesText(preview)}`} />
            <RosterPreviewView preview={preview} />
          </>
        )}
        <div className="dialog-foot">
          {leftOut > 0 && (
            <label className="check">
              <input
                type="checkbox"
                checked={accepts.leftOut}
                onChange={(event) => setAccepts((all) => ({ ...all, leftOut: event.target.checked }))}
              />
              有 {leftOut} 行错误，这些行不导入
            </label>
          )}
          {removals > 0 && (
            <label className="check">
              <input
                type="checkbox"
                checked={accepts.removals}
                onChange={(event) => setAccepts((all) => ({ ...all, removals: event.target.checked }))}
              />
              名单里少了 {removals} 人：没有记录的移出，有记录的保留并标出
            </label>
          )}
          {error !== null && <ErrorNotice error={error} />}
          <div className="dialog-actions">
            <button type="button" className="button" onClick={onClose}>
              取消
            </button>
            <button type="button" className="button button-primary" disabled={!canImport} onClick={() => void commit()}>
              {isBusy ? '正在保存…' : '导入'}
            </button>
          </div>
        </div>
      </div>
    </FormDialog>
  );
}
