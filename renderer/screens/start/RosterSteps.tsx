import { useState } from 'react';
import type { Answer } from '../../../shared/contract/call.ts';
import type { MethodOutput } from '../../../shared/contract/methods.ts';
import type { RosterPreview } from '../../../shared/contract/views.ts';
import type { Binding } from '../../../shared/domain/events.ts';
import { RosterFile } from '../../components/RosterFile.tsx';
import { RosterPreviewView } from '../../components/RosterPreviewView.tsx';
import { ask } from '../../stores/send-command.ts';
import { catchUp } from '../../stores/station-link.ts';
import { BindingStep } from './BindingStep.tsx';
import { WizardFrame } from './WizardFrame.tsx';

/** ② the file and its preview, ③ what this station is. Nothing is stored before the one commit at the end. */
export function RosterSteps() {
  const [preview, setPreview] = useState<RosterPreview | null>(null);
  const [isBinding, setBinding] = useState(false);

  async function commit(binding: Binding, acceptLeftOut: boolean): Promise<Answer<MethodOutput<'roster.commit'>>> {
    const input = { preview: preview?.preview ?? '', binding, acceptLeftOut, acceptRemovals: true };
    const answer = await ask('roster.commit', input);
    if (answer.ok) await catchUp();
    return answer;
  }

  if (preview !== null && isBinding) {
    return (
      <WizardFrame step={3} onBack={() => setBinding(false)}>
        <BindingStep preview={preview} onCommit={commit} />
      </WizardFrame>
    );
  }
  return (
    <WizardFrame step={2}>
      <div className="wizard-form">
        <h1 className="page-title">导入考生名单</h1>
        <RosterFile readName={preview?.fileName ?? null} onPreview={setPreview} />
        {preview !== null && (
          <>
            <RosterPreviewView preview={preview} />
            <footer className="wizard-foot">
              <div className="dialog-actions">
                <span className="quiet">还没有存入本机；下一步选定本机后一并导入。</span>
                <button
                  type="button"
                  className="button button-primary"
                  disabled={preview.takenRows === 0}
                  onClick={() => setBinding(true)}
                >
                  下一步
                </button>
              </div>
            </footer>
          </>
        )}
      </div>
    </WizardFrame>
  );
}
