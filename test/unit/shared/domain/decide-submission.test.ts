import { describe, expect, it } from 'vitest';
import { as, type RoomNo, type StaffId } from '../../../../shared/ids.ts';
import { seatStateOf } from '../../../../shared/domain/seat-state.ts';
import { leaveOf, submissionOf } from '../../../../shared/domain/submission.ts';
import {
  admit,
  backfilled,
  createRoomUnder,
  enlistTechnician,
  leave,
  markAbsent,
  personOf,
  submit,
  TECHNICIAN,
} from '../../../support/paper-acts.ts';
import {
  at,
  BOX,
  CHIEF,
  checkIn,
  createReadyRoom,
  INVIGILATOR_2,
  MAKE_DAY_2021,
  must,
  type SimStation,
  stationId,
} from '../../../support/sim-station.ts';

const confirmed = { isConfirmedByTechnician: true, technician: TECHNICIAN };

function create2021(size = 3): SimStation {
  const station = createReadyRoom(size, stationId(1), MAKE_DAY_2021);
  enlistTechnician(station);
  return station;
}

function lookOf(station: SimStation, n: number): string {
  return seatStateOf(personOf(station, n), 'theory').look;
}

describe('submitting', () => {
  it('[R25] nobody submits before the start', () => {
    const station = createReadyRoom(1);
    must(station.act(checkIn(1), at('08:10')));
    expect(station.act(submit(1), at('08:29:59.999'))).toEqual({
      ok: false,
      error: { code: 'submission-not-open', rule: 'R25', figures: { until: at('08:30') } },
    });
    must(station.act(submit(1), at('08:30')));
    expect(submissionOf(personOf(station, 1), 'theory')).toMatchObject({ how: 'by-candidate', isUndone: false });
    expect(lookOf(station, 1)).toBe('submitted');
  });

  it('[C06] in the last five minutes one submits, and stays; where the rules bar it one does not', () => {
    const station = createReadyRoom(1);
    admit(station, 1);
    must(station.act(submit(1), at('09:55')));
    expect(station.act(leave(1), at('09:55:01'))).toMatchObject({ error: { code: 'leave-not-open', rule: 'R30' } });

    const barred = createRoomUnder({ isSubmitAllowedInLastMin: false });
    admit(barred, 1, 2, 3);
    must(barred.act(submit(1), at('09:54:59.999')));
    expect(barred.act(submit(2), at('09:55'))).toMatchObject({
      error: { code: 'submission-not-open', rule: 'C06', figures: { until: at('10:00') } },
    });
    must(barred.act(submit(2), at('10:00')));
  });

  it('[D12] only who is in the room submits, once', () => {
    const station = createReadyRoom(4);
    admit(station, 1);
    must(station.act(markAbsent(3), at('09:00')));
    must(station.act(submit(1), at('09:01')));
    expect(station.act(submit(1), at('09:02'))).toMatchObject({
      error: { code: 'already-submitted', rule: 'D12', figures: { at: at('09:01') } },
    });
    expect(station.act(submit(2), at('09:02'))).toMatchObject({ error: { code: 'not-present', figures: { seat: 2 } } });
    expect(station.act(submit(3), at('09:02'))).toMatchObject({ error: { code: 'not-present' } });
    must(station.act(leave(1), at('09:03')));
    expect(station.act(submit(1), at('09:04'))).toMatchObject({
      error: { code: 'already-left', figures: { at: at('09:03') } },
    });
    expect(station.act(submit(99), at('09:04'))).toMatchObject({ error: { code: 'candidate-unknown' } });
  });

  it('[D12] a submission entered later is judged by when it happened: before the entry nobody was there', () => {
    const station = createReadyRoom(2);
    admit(station, 1);
    expect(station.act(submit(1), at('09:10'), backfilled('08:34:59.999'))).toMatchObject({
      error: { code: 'not-present' },
    });
    must(station.act(submit(1), at('09:10'), backfilled('08:35')));
    // The clock itself is not held against anybody: it may have been set back by two people.
    admit(station, 2);
    expect(station.act(submit(2), at('08:34')).ok).toBe(true);
  });

  it('[R40] leaving full screen submits theory at any minute of it, and the person stays where leaving is banned', () => {
    const station = createReadyRoom(3);
    for (const n of [1, 2, 3]) must(station.act(checkIn(n), at('08:10')));
    const forced = (n: number) => submit(n, { how: 'full-screen-left' });
    expect(station.act(forced(1), at('08:29:59.999'))).toMatchObject({
      error: { code: 'submission-not-open', rule: 'R25', figures: { until: at('08:30') } },
    });
    must(station.act(forced(1), at('08:40')));
    expect(lookOf(station, 1)).toBe('forced');
    expect(station.act(leave(1), at('08:59:59.999'))).toMatchObject({
      error: { code: 'leave-not-open', rule: 'R27', figures: { until: at('09:00') } },
    });
    must(station.act(leave(1), at('09:00')));
    expect(lookOf(station, 1)).toBe('left');
    must(station.act(forced(2), at('09:59:59.999')));
    expect(station.act(forced(3), at('10:00'))).toMatchObject({ error: { code: 'submission-not-open', rule: 'R33' } });
  });

  it('[R40] forces nobody in the practical, nor in an edition without it', () => {
    const station = createReadyRoom(1);
    must(station.act(checkIn(1, { paper: 'practical' }), at('10:00')));
    expect(station.act(submit(1, { paper: 'practical', how: 'full-screen-left' }), at('10:20'))).toMatchObject({
      error: { code: 'forced-submission-not-in-rules', rule: 'R40' },
    });
    const earlier = create2021();
    admit(earlier, 1);
    expect(earlier.act(submit(1, { how: 'full-screen-left' }), at('09:10'))).toMatchObject({
      error: { code: 'forced-submission-not-in-rules', rule: 'R40' },
    });
  });
});

describe('leaving', () => {
  it.each([
    ['08:59:59.999', { code: 'leave-not-open', rule: 'R27', figures: { until: at('09:00') } }],
    ['09:00:00.000', null],
    ['09:54:59.999', null],
    ['09:55:00.000', { code: 'leave-not-open', rule: 'R30', figures: { until: at('10:00') } }],
    ['09:59:59.999', { code: 'leave-not-open', rule: 'R30', figures: { until: at('10:00') } }],
    ['10:00:00.000', null],
  ])('[R31] between the two bans and from the end on: at %s %o', (clock, error) => {
    const station = createReadyRoom(1);
    admit(station, 1);
    must(station.act(submit(1), at('08:40')));
    const left = station.act(leave(1), at(clock));
    if (error === null) expect(left).toMatchObject({ ok: true, value: [{ type: 'CandidateLeft', paper: 'theory' }] });
    else expect(left).toEqual({ ok: false, error });
  });

  it('[C06] nobody leaves without having submitted, or before it', () => {
    const station = createReadyRoom(2);
    admit(station, 1);
    expect(station.act(leave(1), at('09:10'))).toMatchObject({ error: { code: 'not-submitted', rule: 'C06' } });
    expect(station.act(leave(2), at('09:10'))).toMatchObject({ error: { code: 'not-present' } });
    must(station.act(submit(1), at('09:10')));
    expect(station.act(leave(1), at('09:20'), backfilled('09:09:59.999'))).toMatchObject({
      error: { code: 'not-submitted' },
    });
    must(station.act(leave(1), at('09:20'), backfilled('09:10')));
    expect(station.act(leave(1), at('09:21'))).toMatchObject({
      error: { code: 'already-left', rule: 'D13', figures: { at: at('09:10') } },
    });
  });

  it('[R32] R2021: leaving needs the technician, R2022 does not ask', () => {
    const station = create2021();
    admit(station, 1, 2);
    must(station.act(submit(1), at('09:20')));
    expect(station.act(leave(1), at('09:30'))).toMatchObject({
      error: { code: 'technician-not-confirmed', rule: 'R32' },
    });
    // The clock comes first: nobody fetches the technician for a leave that is banned anyway.
    expect(station.act(leave(1), at('09:29:59.999'))).toMatchObject({ error: { code: 'leave-not-open' } });
    const [event] = must(station.act(leave(1, confirmed), at('09:30')));
    expect(event?.data).toMatchObject({ confirmedBy: 'invigilator-and-technician', technician: TECHNICIAN });
    const later = createReadyRoom(1);
    admit(later, 1);
    must(later.act(submit(1), at('09:20')));
    expect(must(later.act(leave(1), at('09:20')))[0]?.data).toMatchObject({
      confirmedBy: 'invigilator',
      technician: null,
    });
  });

  it.each([
    ['an invigilator', INVIGILATOR_2],
    ['somebody unheard of', as<StaffId>('staff-unheard-of')],
    ['nobody', null],
  ])('[D13] %s is not recorded as the technician', (_, technician) => {
    const station = create2021(1);
    admit(station, 1);
    must(station.act(submit(1), at('09:20')));
    const [event] = must(station.act(leave(1, { isConfirmedByTechnician: true, technician }), at('09:31')));
    expect(event?.data).toMatchObject({ confirmedBy: 'invigilator-and-technician', technician: null });
    expect(leaveOf(personOf(station, 1), 'theory')).toMatchObject({ confirmedBy: 'invigilator-and-technician' });
  });

  it('[D13] a technician of another room is not recorded as this one’s', () => {
    const station = createReadyRoom(1);
    const technician = as<StaffId>('staff-technician-of-002');
    const other = { type: 'enlistStaff', staff: technician, role: 'technician', room: as<RoomNo>('002') } as const;
    must(station.act({ ...other, person: BOX, pin: BOX }, at('07:10'), { actor: CHIEF }));
    admit(station, 1);
    must(station.act(submit(1), at('08:50')));
    const [event] = must(station.act(leave(1, { isConfirmedByTechnician: true, technician }), at('09:00')));
    expect(event?.data).toMatchObject({ technician: null });
  });

  it('[D13] a technician is not recorded for what he did not confirm', () => {
    const station = createReadyRoom(1);
    enlistTechnician(station);
    admit(station, 1);
    must(station.act(submit(1), at('09:20')));
    const [event] = must(station.act(leave(1, { technician: TECHNICIAN }), at('09:31')));
    expect(event?.data).toMatchObject({ confirmedBy: 'invigilator', technician: null });
  });
});
