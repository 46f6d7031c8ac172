import { KeyHint } from '../../components/KeyHint.tsx';
import { useShield } from '../../stores/shield-store.ts';
import { shieldText } from '../../text/big.ts';
import { SHIELD_KEY } from './shield-keys.ts';

/** 遮挡, with its key: the teacher's screen is often the projector's too. */
export function ShieldKey() {
  const cover = useShield((store) => store.cover);
  return (
    <button type="button" className="button button-small" onClick={() => cover(true)}>
      {shieldText.button}
      <KeyHint name={SHIELD_KEY} />
    </button>
  );
}
