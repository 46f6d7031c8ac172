/** Adds a listener and answers the function that takes it away; the same function may be added twice. */
export function listen<T>(listeners: Set<(value: T) => void>, listener: (value: T) => void): () => void {
  const own = (value: T): void => listener(value);
  listeners.add(own);
  return () => {
    listeners.delete(own);
  };
}
