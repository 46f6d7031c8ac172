import { create } from 'zustand';
import type { MethodName } from '../../shared/contract/methods.ts';
import type { StaffId } from '../../shared/ids.ts';

/** What somebody beside the acting person is to confirm by his own PIN. */
export interface CoSignRequest {
  readonly staff: StaffId;
  /** 'signer' acts in his own name, whoever works at the computer. */
  readonly as: 'second' | 'approver' | 'signer';
  readonly act: {
    readonly method: MethodName;
    readonly actor: StaffId | null;
    readonly second: StaffId | null;
    readonly occurredAt: number | null;
    readonly reason: string | null;
    readonly input: unknown;
  };
}

interface CoSignStore {
  readonly open: { readonly request: CoSignRequest; readonly answer: (proof: string | null) => void } | null;
}

/** The one confirmation that is being asked for. */
export const useCoSign = create<CoSignStore>(() => ({ open: null }));

/** Asks the named person for his PIN; null where he did not confirm. */
export function askToCoSign(request: CoSignRequest): Promise<string | null> {
  useCoSign.getState().open?.answer(null);
  return new Promise<string | null>((resolve) => {
    // Put away at once: what is asked next is another question.
    const answer = (proof: string | null) => {
      if (useCoSign.getState().open?.answer === answer) useCoSign.setState({ open: null });
      resolve(proof);
    };
    useCoSign.setState({ open: { request, answer } });
  });
}
