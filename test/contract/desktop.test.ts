import { createDesktopClient } from '../../renderer/transport/desktop-client.ts';
import { contractSuite } from './suite.ts';

// The page's end of the desktop. Electron's own part is to carry structured clones, which these are.
contractSuite('the desktop window, by structured clones', async (station) => {
  const invoke = async (method: string, call: unknown): Promise<unknown> =>
    structuredClone(await station.dispatch(method, structuredClone(call)));
  const client = createDesktopClient({
    invoke,
    subscribe: (listener) => station.subscribe((push) => listener(structuredClone(push))),
  });
  return { client, send: invoke, close: async () => undefined };
});
