import { errorText } from '../../renderer/text/errors.ts';
import type { ErrorText } from '../../renderer/text/error-words.ts';
import type { Station } from '../../electron/station/station-face.ts';
import type { ContractErrorCode } from '../../shared/contract/call.ts';
import type { StationClient } from '../../shared/contract/client.ts';
import type { MethodName } from '../../shared/contract/methods.ts';
import type { TestPorts } from '../support/test-ports.ts';
import type { CarrierPage } from './carrier.ts';

/** A page at a station of its own, with the station's clock in the test's hand. */
export interface Scene extends CarrierPage {
  readonly station: Station;
  readonly ports: TestPorts;
  close(): Promise<void>;
}

/** What each method was answered so far: 'ok' or the refusal's code. */
export type Answered = Map<MethodName, Set<'ok' | ContractErrorCode>>;
/** Every refusal so far, in words, by what it rests on. */
export type Spoken = Map<string, ErrorText>;

/** The same client, which also keeps what each method was answered. */
export function keepingAnswers(
  client: StationClient,
  { answered, spoken }: { answered: Answered; spoken: Spoken },
): StationClient {
  return {
    async invoke(method, input, options) {
      const answer = await client.invoke(method, input, options);
      const known = answered.get(method) ?? new Set();
      answered.set(method, known.add(answer.ok ? 'ok' : answer.error.code));
      if (!answer.ok) {
        const { code, rule, figures } = answer.error;
        spoken.set(`${code} ${rule} ${Object.keys(figures).join(' ')}`, errorText(answer.error));
      }
      return answer;
    },
    subscribe: (listener) => client.subscribe(listener),
  };
}
