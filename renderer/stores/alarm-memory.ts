import { z } from 'zod';
import { type Alarm, type AlarmFacts, alarmsBetween } from '../../shared/domain/alarms.ts';
import { waitsUntil } from '../../shared/domain/timeline.ts';
import type { Milestone, Timeline } from '../../shared/domain/timeline-types.ts';

/** An item noticed later than this was missed: the page slept, or was not there. */
const MISSED_AFTER_MS = 60_000;
/** Of a clock set back by less than this an item comes at its instant all the same; of one set back by more it came too early. */
const JUST_NOW_MS = 60_000;

const raisedSchema = z.strictObject({
  /** For which instant, UTC ms: an item that moves is raised again. */
  at: z.number(),
  isMissed: z.boolean(),
  /** 知道了. */
  isKnown: z.boolean(),
  /** One page of this computer has taken the sound upon itself. */
  isSounded: z.boolean(),
});
type Raised = z.infer<typeof raisedSchema>;

const memorySchema = z.strictObject({
  day: z.string(),
  /** The pages of this computer watch since this instant, UTC ms; what came before is no alarm. */
  since: z.number(),
  raised: z.record(z.string(), raisedSchema),
});

/** What the pages of this computer know of a day's alarms; one for all of them, and kept over a restart. */
export type AlarmMemory = z.infer<typeof memorySchema>;

export interface AlarmLook extends AlarmFacts {
  readonly day: string;
  readonly timeline: Timeline;
  readonly now: number;
}

/** What was kept, if it can be read. */
export function parseMemory(text: string | null): AlarmMemory | null {
  try {
    return memorySchema.safeParse(JSON.parse(text ?? 'null')).data ?? null;
  } catch {
    return null;
  }
}

/** AL1: everything that came since the watch began and was not raised for its instant yet, raised; in order of time. */
export function raiseAlarms(kept: AlarmMemory | null, look: AlarmLook): [AlarmMemory, readonly Alarm[]] {
  const { day, timeline, now } = look;
  const memory = kept?.day === day ? setBack(kept, now) : { day, since: now, raised: {} };
  const alarms = alarmsBetween(timeline, look, { from: memory.since, to: now });
  const fresh = alarms.filter(({ milestone }) => findRaised(memory, milestone) === null);
  const raised = fresh.map(({ milestone }) => {
    const isMissed = now - waitsUntil(timeline, milestone) >= MISSED_AFTER_MS;
    return [milestone.id, { at: milestone.at, isMissed, isKnown: false, isSounded: false }] as const;
  });
  if (memory === kept && raised.length === 0) return [memory, []];
  return [{ ...memory, raised: { ...memory.raised, ...Object.fromEntries(raised) } }, fresh];
}

/** AL3: a clock that was set back comes to its alarms again, but not to those that somebody has just taken note of. */
function setBack(memory: AlarmMemory, now: number): AlarmMemory {
  const raised = Object.entries(memory.raised);
  const kept = raised.filter(([, { at, isKnown }]) => at <= now || (isKnown && at - now < JUST_NOW_MS));
  if (memory.since <= now && kept.length === raised.length) return memory;
  return { ...memory, since: Math.min(memory.since, now), raised: Object.fromEntries(kept) };
}

/** What is remembered of an item for its present instant; null where it was not raised for it. */
export function findRaised({ raised }: AlarmMemory, { id, at }: Pick<Milestone, 'id' | 'at'>): Raised | null {
  const found = raised[id];
  return found?.at === at ? found : null;
}

/** With a mark set on some items; those that were not raised for their present instant are left out. */
export function markAlarms(
  memory: AlarmMemory,
  milestones: readonly Pick<Milestone, 'id' | 'at'>[],
  mark: Partial<Pick<Raised, 'isKnown' | 'isSounded'>>,
): AlarmMemory {
  const marked = milestones.flatMap((milestone) => {
    const found = findRaised(memory, milestone);
    return found === null ? [] : [[milestone.id, { ...found, ...mark }] as const];
  });
  return { ...memory, raised: { ...memory.raised, ...Object.fromEntries(marked) } };
}
