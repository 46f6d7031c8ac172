import type { ConnectionState } from '../../shared/contract/client.ts';
import { type Push, pushSchema } from '../../shared/contract/pushes.ts';
import type { PageSocket, PageWorld } from './page-world.ts';
import type { Session } from './session.ts';

const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 1000;
/** Without a session somebody must act; a link opened in another tab lets this one in too. */
const REFUSED_RETRY_MS = 3000;
const OPEN_LIMIT_MS = 5000;

interface PushLineParts {
  readonly world: PageWorld;
  readonly session: Session;
  readonly onPush: (push: Push) => void;
  readonly onState: (state: ConnectionState) => void;
}

/** Keeps a line to the station open as long as the page lives: opens the session, then the socket, and begins again. */
export class PushLine {
  readonly #parts: PushLineParts;
  #state: ConnectionState = 'connecting';
  #socket: PageSocket | null = null;
  #isClosed = false;
  #wake: () => void = () => {};
  readonly #forgetLinks: () => void;

  constructor(parts: PushLineParts) {
    this.#parts = parts;
    this.#forgetLinks = parts.world.onNewLink(() => {
      this.#wake();
      // Even where the session stands, the token goes out of the address bar and is used up.
      if (this.#state === 'connected') parts.session.open().catch(() => {});
    });
    void this.#run();
  }

  get state(): ConnectionState {
    return this.#state;
  }

  close(): void {
    this.#isClosed = true;
    this.#forgetLinks();
    this.#socket?.close();
    this.#wake();
  }

  async #run(): Promise<void> {
    let retryMs = FIRST_RETRY_MS;
    while (!this.#isClosed) {
      const ended = await this.#openOnce();
      if (ended === 'was-open') retryMs = FIRST_RETRY_MS;
      if (this.#isClosed) return;
      this.#tell(ended === 'refused' ? 'no-session' : 'lost');
      await this.#pause(ended === 'refused' ? REFUSED_RETRY_MS : retryMs);
      retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
    }
  }

  /** Answers when the line is no more, and how far it had come. */
  async #openOnce(): Promise<'refused' | 'unreachable' | 'was-open'> {
    try {
      if ((await this.#parts.session.open()) === 'refused') return 'refused';
    } catch {
      return 'unreachable';
    }
    const { pageKey } = this.#parts.session;
    if (pageKey === null || this.#isClosed) return 'unreachable';
    return this.#listen(this.#parts.world.openSocket('/push', ['proctor.v1', `page.${pageKey}`]));
  }

  #listen(socket: PageSocket): Promise<'unreachable' | 'was-open'> {
    this.#socket = socket;
    return new Promise((resolve) => {
      let wasOpen = false;
      const limit = setTimeout(() => socket.close(), OPEN_LIMIT_MS);
      socket.addEventListener('open', () => {
        clearTimeout(limit);
        wasOpen = true;
        this.#tell('connected');
      });
      socket.addEventListener('message', ({ data }) => this.#take(socket, data));
      socket.addEventListener('close', () => {
        clearTimeout(limit);
        this.#socket = null;
        resolve(wasOpen ? 'was-open' : 'unreachable');
      });
    });
  }

  #take(socket: PageSocket, data: unknown): void {
    const push = parsePush(data);
    // A push left out would be a gap nobody sees: a new line catches up from the journal.
    if (push === null) socket.close();
    else this.#parts.onPush(push);
  }

  #tell(state: ConnectionState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#parts.onState(state);
  }

  /** Ends early when a new link was opened here. */
  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

function parsePush(data: unknown): Push | null {
  try {
    const parsed = pushSchema.safeParse(JSON.parse(String(data)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
