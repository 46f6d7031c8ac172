/**
 * One search at a time, the newest text next: a scanner types fifteen characters in as many milliseconds, and only the
 * last answer matters. `onAnswer` is called with the answer of the newest text alone, never with a stale one.
 */
export interface LatestSearch {
  look(query: string): void;
  /** Drops what is under way and what waits. */
  cancel(): void;
}

export function createLatestSearch<T>(
  ask: (query: string) => Promise<T>,
  onAnswer: (query: string, answer: T) => void,
): LatestSearch {
  let wanted: string | null = null;
  let isBusy = false;
  let generation = 0;

  async function run(): Promise<void> {
    isBusy = true;
    while (wanted !== null) {
      const query = wanted;
      const asked = generation;
      const answer = await ask(query);
      if (asked !== generation) continue;
      wanted = null;
      onAnswer(query, answer);
    }
    isBusy = false;
  }

  return {
    look(query) {
      wanted = query;
      generation += 1;
      if (!isBusy) void run();
    },
    cancel() {
      wanted = null;
      generation += 1;
    },
  };
}
