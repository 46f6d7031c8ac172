import type { StaffCard } from '../../../shared/contract/views.ts';
import { KeyHint } from '../../components/KeyHint.tsx';
import { Mark } from '../../components/Mark.tsx';
import { shortTimeText } from '../../text/format.ts';
import { SIGNING } from '../../text/signed-papers.ts';
import { ROLE_LABELS } from '../../text/words.ts';
import type { Signer } from './signers.ts';

interface SignerListProps {
  readonly signers: readonly Signer[];
  readonly next: StaffCard | null;
  readonly onSign: (card: StaffCard) => void;
}

/** Who signs: the two invigilators one after the other; whoever else wants to, beside them. */
export function SignerList({ signers, next, onSign }: SignerListProps) {
  return (
    <ul className="signers" aria-label="签名">
      {signers.map(({ card, isHere, signedAt }) => (
        <li key={card.staff} className={card === next ? 'signer signer-next' : 'signer'}>
          <span className="signer-who">
            <span className="signer-role">{ROLE_LABELS[card.role]}</span>
            <strong>{card.name}</strong>
          </span>
          {signedAt === null && !isHere ? (
            <span className="quiet">{SIGNING.left}</span>
          ) : signedAt === null ? (
            <button
              type="button"
              className={card === next ? 'button button-primary' : 'button button-small'}
              onClick={() => onSign(card)}
            >
              <span>
                <span className="visually-hidden">{card.name} </span>签名
              </span>
              {card === next && <KeyHint name="F2" />}
            </button>
          ) : (
            <span className="tag tone-present figures">
              <Mark shape="done" />
              {shortTimeText(signedAt)} 已签
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
