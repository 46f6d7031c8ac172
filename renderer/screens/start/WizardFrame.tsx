import type { ReactNode } from 'react';
import { Mark } from '../../components/Mark.tsx';

const STEPS = ['主考与考核日', '名单', '选定本机', '监考员'] as const;
export type StepNumber = 1 | 2 | 3 | 4;

interface WizardFrameProps {
  readonly step: StepNumber;
  readonly onBack?: () => void;
  readonly children: ReactNode;
}

/** The set-up's frame: where we are, what is already on disk. */
export function WizardFrame({ step, onBack, children }: WizardFrameProps) {
  // The roster is stored together with the binding: while that is being chosen only the day is on disk.
  const stored = step === 3 ? 1 : step - 1;
  return (
    <div className="wizard">
      <aside className="wizard-side">
        <p className="first-brand">监考工作站</p>
        <ol className="wizard-steps">
          {STEPS.map((label, index) => (
            <li
              key={label}
              className={stepClass(index + 1, step, stored)}
              aria-current={index + 1 === step ? 'step' : undefined}
            >
              <span className="wizard-number figures">{index < stored ? <Mark shape="done" /> : index + 1}</span>
              {label}
            </li>
          ))}
        </ol>
        <p className="wizard-note">每一步完成后即存入本机；中途断电，重新打开后从未完成的一步继续。</p>
        {onBack !== undefined && (
          <button type="button" className="wizard-back" onClick={onBack}>
            返回
          </button>
        )}
      </aside>
      <main className="wizard-main">{children}</main>
    </div>
  );
}

function stepClass(number: number, step: number, stored: number): string {
  if (number <= stored) return 'wizard-step wizard-step-done';
  return number === step ? 'wizard-step wizard-step-now' : 'wizard-step';
}
