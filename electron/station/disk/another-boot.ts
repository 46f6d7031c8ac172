/** How far a boot had come at an instant: the port's reading, with the computer's clock then, UTC ms. */
export interface NotedBoot {
  readonly id: string | null;
  readonly uptimeMs: number;
  readonly wallMs: number;
}

/** The computer's clock may be set right by this much without a restart. */
const CLOCK_LEEWAY_MS = 10 * 60_000;

/**
 * Whether the system has been started anew since the note was made, on the same computer.
 *
 * A boot id decides alone: the kernel draws it at random at each start and keeps it through sleep and hibernation. Without
 * one (Windows, macOS), one of two signs is enough:
 * - The system has been up for less long than it had been then: within one boot that time only grows.
 * - It was started clearly after the note was written, by the computer's clock. A clock set forward by more than ten
 *   minutes between two starts of the program looks the same, and is believed.
 * What they cannot know: a shutdown with Windows' fast start-up keeps the old uptime and is no restart here (「重启」 is);
 * a restore card that was switched on after the restart; a disk that is wiped at some restarts and not at others.
 */
export function isAnotherBoot(noted: NotedBoot, now: NotedBoot): boolean {
  if (noted.id !== null && now.id !== null) return noted.id !== now.id;
  if (now.uptimeMs < noted.uptimeMs) return true;
  return now.wallMs - now.uptimeMs > noted.wallMs + CLOCK_LEEWAY_MS;
}
