import { TextField } from '../../components/TextField.tsx';
import { WitnessFields } from '../../components/WitnessFields.tsx';
import { visitText } from '../../text/checks.ts';
import type { useLateVisit } from './use-late-visit.ts';

/** A tick; with it when somebody really came, and what 补录 asks for. */
export function LateVisitFields({ late }: { readonly late: ReturnType<typeof useLateVisit> }) {
  return (
    <>
      <label className="check">
        <input type="checkbox" checked={late.isLate} onChange={(event) => late.setLate(event.target.checked)} />
        {visitText.late}
      </label>
      {late.isLate && (
        <>
          <TextField
            label={visitText.time}
            value={late.time}
            inputMode="numeric"
            hint={visitText.timeHint}
            problem={late.problem}
            takesFocus
            onChange={late.setTime}
          />
          <WitnessFields witness={late.witness} onChange={late.setWitness} />
        </>
      )}
    </>
  );
}
