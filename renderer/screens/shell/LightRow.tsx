import type { Light, Lights } from '../../../shared/contract/views.ts';
import { Mark } from '../../components/Mark.tsx';
import { useStation } from '../../stores/station-store.ts';
import { lightSentence } from '../../text/lights.ts';
import { LIGHT_LABELS } from '../../text/shell.ts';

const LIGHTS = ['save', 'print', 'clock', 'power', 'sync'] as const satisfies readonly (keyof Lights)[];

/** Five lights: green good, grey 未接入 by choice, amber only where something that should work does not. */
export function LightRow() {
  const lights = useStation((view) => view.status?.lights ?? null);
  if (lights === null) return null;
  return (
    <ul className="lights" aria-label="状态灯">
      {LIGHTS.map((name) => (
        <LightItem key={name} name={name} light={lights[name]} />
      ))}
    </ul>
  );
}

function LightItem({ name, light }: { readonly name: keyof Lights; readonly light: Light }) {
  const sentence = lightSentence(name, light);
  return (
    <li className={`light light-${light.state}`} title={sentence}>
      <Mark shape={light.state} />
      <span aria-hidden="true">{LIGHT_LABELS[name]}</span>
      <span className="visually-hidden">{sentence}</span>
    </li>
  );
}
