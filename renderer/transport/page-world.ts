/** What the transport needs of a WebSocket. */
export interface PageSocket {
  addEventListener(type: 'open' | 'close', listener: () => void): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  close(): void;
}

/** The browser around the page, as far as the transport touches it; tests run the same transport in Node. */
export interface PageWorld {
  /** Takes the launch token out of the address bar, so that it stands in no history and no screenshot; null: none there. */
  takeToken(): string | null;
  /** Calls back when a new link was opened in this same page. */
  onNewLink(listener: () => void): () => void;
  /** POSTs JSON to a path of our own host; rejects when the line is down. */
  post(path: string, request: PostRequest): Promise<Response>;
  openSocket(path: string, protocols: readonly string[]): PageSocket;
}

export interface PostRequest {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

const TOKEN_FRAGMENT = /^#token=([\w-]{16,128})$/;

/** The real browser. */
export function thisPage(): PageWorld {
  return {
    takeToken() {
      const token = TOKEN_FRAGMENT.exec(location.hash)?.[1] ?? null;
      if (token !== null) history.replaceState(history.state, '', location.pathname + location.search);
      return token;
    },
    onNewLink(listener) {
      // Only the fragment differs from the old link, so the browser does not load the page anew.
      window.addEventListener('hashchange', listener);
      return () => window.removeEventListener('hashchange', listener);
    },
    post: (path, { body, headers, signal }) =>
      fetch(path, {
        method: 'POST',
        body,
        headers,
        signal,
        credentials: 'same-origin',
        cache: 'no-store',
        redirect: 'error',
      }),
    openSocket: (path, protocols) => new WebSocket(`ws://${location.host}${path}`, [...protocols]),
  };
}
