import { z } from 'zod';
import type { PageWorld } from './page-world.ts';

const replySchema = z.strictObject({ page: z.string().min(1).max(200) });
const ATTEMPT_MS = 5000;

/**
 * The page's standing with the host: the launch token is exchanged for a cookie that no script can read, and each page
 * gets a key of its own. The key stays in memory: a reload gets a new one by the cookie.
 */
export class Session {
  readonly #world: PageWorld;
  #token: string | null = null;
  #pageKey: string | null = null;

  constructor(world: PageWorld) {
    this.#world = world;
  }

  /** Null until the session has been opened once; stays good when the station is restarted. */
  get pageKey(): string | null {
    return this.#pageKey;
  }

  /** Opens or renews the session. Rejects when the line is down; the token is then kept for the next try. */
  async open(): Promise<'opened' | 'refused'> {
    this.#token = this.#world.takeToken() ?? this.#token;
    const response = await this.#world.post('/session', {
      body: JSON.stringify(this.#token === null ? {} : { token: this.#token }),
      headers: { 'content-type': 'application/json' },
      signal: AbortSignal.timeout(ATTEMPT_MS),
    });
    const content: unknown = await response.json();
    this.#token = null;
    if (response.status === 401) return 'refused';
    if (response.status !== 200) throw new Error(`session: HTTP ${response.status}`);
    this.#pageKey = replySchema.parse(content).page;
    return 'opened';
  }
}
