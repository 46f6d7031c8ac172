/**
 * What the desktop's preload puts into the page as `window.proctor`, and nothing else. It carries what it is given: the
 * page makes the call and reads the answer by the contract, the station parses every call anew.
 */
export interface DesktopFace {
  /** Rejects only when the station is gone or does not take this page for its own. */
  invoke(method: string, call: unknown): Promise<unknown>;
  /** Returns the function that ends the subscription. */
  subscribe(listener: (push: unknown) => void): () => void;
}
