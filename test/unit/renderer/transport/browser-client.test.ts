import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CarrierLostError } from '../../../../renderer/transport/carrier-lost.ts';
import { type BrowserClient, createBrowserClient } from '../../../../renderer/transport/browser-client.ts';
import type { PageSocket, PageWorld } from '../../../../renderer/transport/page-world.ts';
import type { ConnectionState } from '../../../../shared/contract/client.ts';
import type { Push } from '../../../../shared/contract/pushes.ts';
import { as, type CommandId } from '../../../../shared/ids.ts';
import { clockPush } from '../../../support/fake-station.ts';

type Listener = (event: { readonly data: unknown }) => void;

class FakeSocket implements PageSocket {
  readonly #listeners = new Map<string, Listener[]>();
  readonly protocols: readonly string[];

  constructor(protocols: readonly string[]) {
    this.protocols = protocols;
  }

  addEventListener(type: string, listener: Listener): void {
    this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener]);
  }

  emit(type: 'open' | 'message' | 'close', data?: unknown): void {
    for (const listener of this.#listeners.get(type) ?? []) listener({ data });
  }

  close(): void {
    this.emit('close');
  }
}

/** A host that can be switched off, and that keeps what a page sent. */
class FakeWorld implements PageWorld {
  isUp = true;
  hasSession = true;
  token: string | null = 'launch';
  rpc: (body: string) => Promise<Response> | Response = () => Response.json({ ok: true, value: { staff: [] } });
  readonly sessions: unknown[] = [];
  readonly bodies: string[] = [];
  readonly headers: Readonly<Record<string, string>>[] = [];
  sockets: FakeSocket[] = [];
  #newLink: () => void = () => {};

  takeToken(): string | null {
    const { token } = this;
    this.token = null;
    return token;
  }

  onNewLink(listener: () => void): () => void {
    this.#newLink = listener;
    return () => {};
  }

  openLink(token: string): void {
    this.token = token;
    this.#newLink();
  }

  async post(path: string, { body, headers }: Parameters<PageWorld['post']>[1]): Promise<Response> {
    if (!this.isUp) throw new TypeError('Failed to fetch');
    if (path === '/session') {
      const content: unknown = JSON.parse(body);
      this.sessions.push(content);
      if (JSON.stringify(content).includes('fresh')) this.hasSession = true;
      if (!this.hasSession) return Response.json({ code: 'no-session' }, { status: 401 });
      return Response.json({ page: `key-${this.sessions.length}` });
    }
    this.bodies.push(body);
    this.headers.push(headers);
    return this.rpc(body);
  }

  openSocket(_path: string, protocols: readonly string[]): PageSocket {
    const socket = new FakeSocket(protocols);
    this.sockets.push(socket);
    queueMicrotask(() => socket.emit(this.isUp ? 'open' : 'close'));
    return socket;
  }

  goDown(): void {
    this.isUp = false;
    const { sockets } = this;
    this.sockets = [];
    for (const socket of sockets) socket.emit('close');
  }
}

const LIST = { method: 'staff.list', input: {} } as const;
const SIGNAL = { method: 'signal.give', input: { signal: 'start', paper: 'theory' } } as const;
const RECEIPT = { ok: true, value: { events: [], at: 1, arrival: 1 } };

let world: FakeWorld;
let client: BrowserClient;
let states: ConnectionState[];

beforeEach(() => {
  vi.useFakeTimers();
  world = new FakeWorld();
  states = [];
});

afterEach(() => {
  client.close();
  vi.useRealTimers();
});

async function connect(): Promise<void> {
  client = createBrowserClient(world);
  client.onConnection((state) => states.push(state));
  await vi.advanceTimersByTimeAsync(0);
}

describe('the line', () => {
  it('exchanges the launch token, shows its page key and is connected', async () => {
    await connect();
    expect(world.sessions).toEqual([{ token: 'launch' }]);
    expect(world.token).toBeNull();
    expect(world.sockets[0]?.protocols).toEqual(['proctor.v1', 'page.key-1']);
    expect(states).toEqual(['connected']);
  });

  it('keeps the token until it could be exchanged', async () => {
    world.isUp = false;
    await connect();
    expect(states).toEqual(['lost']);
    world.isUp = true;
    await vi.advanceTimersByTimeAsync(250);
    expect(world.sessions).toEqual([{ token: 'launch' }]);
    expect(states).toEqual(['lost', 'connected']);
  });

  it('comes back within a second of the station, however long it was away', async () => {
    await connect();
    world.goDown();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(states).toEqual(['connected', 'lost']);
    world.isUp = true;
    await vi.advanceTimersByTimeAsync(1000);
    expect(states).toEqual(['connected', 'lost', 'connected']);
    expect(world.sessions.at(-1)).toEqual({});
  });

  it('tells when there is no session, and goes on with a new link opened in the same page', async () => {
    world.hasSession = false;
    await connect();
    expect(states).toEqual(['no-session']);
    expect(await client.invoke(LIST.method, LIST.input)).toEqual({
      ok: false,
      error: { code: 'no-session', rule: '', figures: {} },
    });
    world.openLink('fresh');
    await vi.advanceTimersByTimeAsync(0);
    expect(world.sessions.at(-1)).toEqual({ token: 'fresh' });
    expect(states).toEqual(['no-session', 'connected']);
  });

  it('uses up a new link while connected, so that no token stays in the address bar', async () => {
    await connect();
    world.openLink('fresh');
    await vi.advanceTimersByTimeAsync(0);
    expect(world.token).toBeNull();
    expect(states).toEqual(['connected']);
  });

  it('hands on pushes in order, to those who listen', async () => {
    await connect();
    const seen: Push[] = [];
    const stop = client.subscribe((push) => seen.push(push));
    world.sockets[0]?.emit('message', JSON.stringify(clockPush(1)));
    world.sockets[0]?.emit('message', JSON.stringify(clockPush(2)));
    stop();
    world.sockets[0]?.emit('message', JSON.stringify(clockPush(3)));
    expect(seen).toEqual([clockPush(1), clockPush(2)]);
  });

  it.each(['{', '{"push":"weather"}', JSON.stringify({ ...clockPush(1), more: 1 })])(
    'begins anew after a push it cannot read, instead of leaving a gap: %s',
    async (text) => {
      await connect();
      world.sockets[0]?.emit('message', text);
      await vi.advanceTimersByTimeAsync(250);
      expect(states).toEqual(['connected', 'lost', 'connected']);
    },
  );
});

describe('a call', () => {
  it('made before there is a session waits for it', async () => {
    client = createBrowserClient(world);
    const answer = client.invoke(LIST.method, LIST.input);
    await vi.advanceTimersByTimeAsync(250);
    expect(await answer).toEqual({ ok: true, value: { staff: [] } });
    expect(world.headers[0]).toMatchObject({ 'x-proctor-page': 'key-1', 'content-type': 'application/json' });
  });

  it('that is a command gets an id of its own, a query none', async () => {
    await connect();
    world.rpc = () => Response.json(RECEIPT);
    await client.invoke(SIGNAL.method, SIGNAL.input);
    await client.invoke(SIGNAL.method, SIGNAL.input);
    await client.invoke(SIGNAL.method, SIGNAL.input, { command: as<CommandId>('chosen-id') });
    world.rpc = () => Response.json({ ok: true, value: { staff: [] } });
    await client.invoke(LIST.method, LIST.input);
    const commands = world.bodies.map((body): unknown => JSON.parse(body).command);
    expect(new Set(commands).size).toBe(4);
    expect(commands.slice(2)).toEqual(['chosen-id', null]);
  });

  it('whose line breaks is sent again as it was, with the same command id', async () => {
    await connect();
    world.rpc = () => {
      world.goDown(); // recorded, and then the answer is lost
      throw new TypeError('Failed to fetch');
    };
    const answer = client.invoke(SIGNAL.method, SIGNAL.input);
    await vi.advanceTimersByTimeAsync(5000);
    world.rpc = () => Response.json(RECEIPT);
    world.isUp = true;
    await vi.advanceTimersByTimeAsync(1000);
    expect(await answer).toEqual(RECEIPT);
    expect(world.bodies).toHaveLength(2);
    expect(world.bodies[1]).toBe(world.bodies[0]);
  });

  it('is given up after 30 s without a line, not before', async () => {
    await connect();
    world.goDown();
    let outcome: unknown = 'waiting';
    client.invoke(SIGNAL.method, SIGNAL.input).catch((error: unknown) => {
      outcome = error;
    });
    await vi.advanceTimersByTimeAsync(29_900);
    expect(outcome).toBe('waiting');
    await vi.advanceTimersByTimeAsync(400);
    expect(outcome).toBeInstanceOf(CarrierLostError);
  });

  it('waits as long as the station works on it', async () => {
    await connect();
    world.rpc = () =>
      new Promise((resolve) => setTimeout(() => resolve(Response.json({ ok: true, value: { staff: [] } })), 45_000));
    const answer = client.invoke(LIST.method, LIST.input);
    await vi.advanceTimersByTimeAsync(45_000);
    expect(await answer).toMatchObject({ ok: true });
    expect(world.bodies).toHaveLength(1);
  });

  it('refused by the rules gets that answer, even a code this page does not know', async () => {
    await connect();
    const refusal = { ok: false, error: { code: 'from-a-newer-station', rule: 'R28', figures: { minutes: 30 } } };
    world.rpc = () => Response.json(refusal);
    expect(await client.invoke(SIGNAL.method, SIGNAL.input)).toEqual(refusal);
  });

  it.each<[string, () => Response, string]>([
    ['an answer of another shape', () => Response.json({ ok: true, value: { staff: 'everybody' } }), 'internal'],
    ['an answer with a field too many', () => Response.json({ ok: true, value: { staff: [], more: 1 } }), 'internal'],
    ['a host that failed', () => Response.json({ code: 'host-failed' }, { status: 500 }), 'internal'],
    ['a body too large', () => Response.json({ code: 'body-too-large' }, { status: 413 }), 'bad-input'],
  ])('meeting %s does not take it for the answer', async (_, rpc, code) => {
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => {});
    await connect();
    world.rpc = rpc;
    expect(await client.invoke(LIST.method, LIST.input)).toEqual({ ok: false, error: { code, rule: '', figures: {} } });
    complaint.mockRestore();
  });
});
