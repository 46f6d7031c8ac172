import { isDeepStrictEqual } from 'node:util';
import { createBareClient } from '../support/direct-client.ts';
import { contractSuite } from './suite.ts';

contractSuite('direct dispatch', async (station) => ({
  client: createBareClient(station),
  async send(method, call) {
    const answer = await station.dispatch(method, call);
    // What crosses HTTP and IPC must be the answer itself: nothing that JSON drops or changes.
    if (!isDeepStrictEqual(JSON.parse(JSON.stringify(answer)), answer)) throw new Error(`${method}: not plain JSON`);
    return answer;
  },
  close: async () => {},
}));
