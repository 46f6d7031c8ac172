import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openAnomalies } from '../../shared/domain/anomalies.ts';
import { countRoom } from '../../shared/domain/attendance.ts';
import { collectionOutlook } from '../../shared/domain/collection.ts';
import { pendingShifts } from '../../shared/domain/course.ts';
import { dutiesAt } from '../../shared/domain/duties.ts';
import { findFormFault } from '../../shared/domain/events.ts';
import { seatStateOf } from '../../shared/domain/seat-state.ts';
import { findUndoTarget } from '../../shared/domain/undo-targets.ts';
import { allViolations } from '../../shared/domain/violation-acts.ts';
import { eventKey } from '../../shared/domain/schema-parts.ts';
import type { Timeline } from '../../shared/domain/timeline-types.ts';
import { PAPER_IDS } from '../../shared/ids.ts';
import { at, createReadyRoom, createSimStation, stationId } from '../support/sim-station.ts';
import { anyEvent } from './any-event.ts';

const drafts = fc.array(fc.tuple(anyEvent, fc.nat(14_400)), { minLength: 1, maxLength: 60 });

/** Whatever was recorded, in whatever order: a paper ends after it starts, and no two milestones have one name. */
function expectSoundTimeline({ papers, milestones }: Timeline): void {
  expect(new Set(milestones.map(({ id }) => id)).size).toBe(milestones.length);
  expect(milestones.map(({ at: instant }) => instant)).toEqual(
    milestones.map(({ at: instant }) => instant).toSorted((a, b) => a - b),
  );
  for (const { startsAt, endsAt, lastEndsAt, seatEnds, pauses, pausedSince } of Object.values(papers)) {
    expect(endsAt).toBeGreaterThan(startsAt);
    expect(lastEndsAt).toBeGreaterThanOrEqual(endsAt);
    for (const one of seatEnds) expect(one.endsAt).toBeGreaterThan(endsAt);
    const marks = pauses.flatMap(({ since, until }) => (until === null ? [since] : [since, until]));
    expect(marks).toEqual(marks.toSorted((a, b) => a - b));
    expect(pausedSince).toBe(pauses.find(({ until }) => until === null)?.since ?? null);
  }
}

describe('folding anything', () => {
  it('[M1] events in their form, of any type in any order, fold to a state that adds up and can be read', () => {
    fc.assert(
      fc.property(drafts, fc.boolean(), (script, isReady) => {
        const station = isReady ? createReadyRoom(4) : createSimStation(stationId(1));
        const recorded = script.map(([{ type, data, room, paper }, second]) =>
          station.record(type, data, at('08:00') + second * 1000, { room, paper }),
        );
        expect(recorded.map(findFormFault).filter((fault) => fault !== null)).toEqual([]);
        const { state } = station;
        const anomalies = openAnomalies(state);
        expect(new Set(anomalies.map(({ key, room }) => `${key} ${room}`)).size).toBe(anomalies.length);
        for (const event of recorded) findUndoTarget(state, eventKey(event));
        for (const room of Object.values(state.rooms)) {
          for (const paper of PAPER_IDS) {
            const count = countRoom(room, paper);
            expect(count.expected).toBe(count.present + count.absent + count.notYet);
            expect(count.late).toBeLessThanOrEqual(count.present);
            expect(count.refused).toBeLessThanOrEqual(count.notYet);
            allViolations(room, paper);
            for (const candidate of Object.values(room.candidates)) seatStateOf(candidate, paper);
            if (room.timeline === null) continue;
            expectSoundTimeline(room.timeline);
            pendingShifts(room.course, paper);
            expect(collectionOutlook(room, room.timeline.papers[paper]).notYet).toHaveLength(count.notYet);
            dutiesAt(room, room.timeline.papers[paper], at('10:00'));
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
