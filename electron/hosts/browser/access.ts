import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** The header in which our page's script shows its key; a form or a link of a foreign page cannot set it. */
export const PAGE_HEADER = 'x-proctor-page';
/** The WebSocket's subprotocol; the page key travels beside it, because a browser lets a page set no header there. */
export const PUSH_PROTOCOL = 'proctor.v1';
const PAGE_PROTOCOL_PREFIX = 'page.';
const NONCE_BYTES = 16;

/**
 * Who may talk to the station. Nothing is remembered but the session secret: cookie and page keys are derived from it,
 * so that after a crash the open page goes on with those it has. Every comparison takes the same time, right or wrong.
 */
export interface Access {
  /** Stands in the fragment of a link, which no browser sends anywhere. The one made before is void from now on. */
  makeLaunchToken(): string;
  /** True once, for the last launch token made; from then on it is void. */
  redeem(token: string): boolean;
  /** The `Set-Cookie` line that opens a session. */
  sessionCookie(): string;
  hasSession(cookieHeader: string | undefined): boolean;
  makePageKey(): string;
  isPageKey(key: string): boolean;
  /** Exactly 127.0.0.1:PORT; `localhost` too is refused, so that no name ever leads here (DNS rebinding). */
  isOwnHost(host: string | undefined): boolean;
  isOwnOrigin(origin: string | undefined): boolean;
}

export function createAccess({ secret, port }: { readonly secret: Uint8Array; readonly port: number }): Access {
  let launchToken: string | null = null;
  // By port, because browsers share cookies between the ports of one host: two stations must not overwrite each other.
  const cookieName = `proctor_${port}`;
  const cookieValue = derive(secret, `cookie:${port}`);
  const host = `127.0.0.1:${port}`;

  return {
    makeLaunchToken() {
      launchToken = randomBytes(32).toString('base64url');
      return launchToken;
    },
    redeem(token) {
      const isRight = launchToken !== null && isSameText(token, launchToken);
      if (isRight) launchToken = null;
      return isRight;
    },
    // Without an age: it ends with the browser, not with the station.
    sessionCookie: () => `${cookieName}=${cookieValue}; HttpOnly; SameSite=Strict; Path=/`,
    hasSession: (cookieHeader) =>
      cookieValues(cookieHeader, cookieName).some((value) => isSameText(value, cookieValue)),
    makePageKey() {
      const nonce = randomBytes(NONCE_BYTES).toString('base64url');
      return `${nonce}.${derive(secret, `page:${port}:${nonce}`)}`;
    },
    isPageKey(key) {
      const [nonce = '', mac = '', ...more] = key.split('.');
      return more.length === 0 && isSameText(mac, derive(secret, `page:${port}:${nonce}`));
    },
    isOwnHost: (value) => value === host,
    isOwnOrigin: (value) => value === `http://${host}`,
  };
}

/** The page key among the subprotocols a WebSocket offers; '' unless our protocol and exactly one key are there. */
export function pageKeyOf(protocolHeader: string | undefined): string {
  const offered = (protocolHeader ?? '').split(',').map((name) => name.trim());
  const keys = offered.filter((name) => name.startsWith(PAGE_PROTOCOL_PREFIX));
  if (!offered.includes(PUSH_PROTOCOL) || keys.length !== 1) return '';
  return keys.join('').slice(PAGE_PROTOCOL_PREFIX.length);
}

function derive(secret: Uint8Array, purpose: string): string {
  return createHmac('sha256', secret).update(`proctor-browser-host:${purpose}`).digest('base64url');
}

/** Digests first: `timingSafeEqual` wants equal lengths, and the length must not be told either. */
function isSameText(left: string, right: string): boolean {
  return timingSafeEqual(createHash('sha256').update(left).digest(), createHash('sha256').update(right).digest());
}

function cookieValues(header: string | undefined, name: string): readonly string[] {
  return (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
}
