import type { StationContext } from './station-context.ts';

/** A stick that hangs keeps nobody from going home. */
const LIMIT_MS = 20_000;

/** The last records go into a copy before a day is closed here: it makes no more of them. What does not come about is told by 保存. */
export async function makeLastCopy({ backup }: Pick<StationContext, 'backup'>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const isEnough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, LIMIT_MS);
  });
  await Promise.race([backup.run(), isEnough]);
  clearTimeout(timer);
}
