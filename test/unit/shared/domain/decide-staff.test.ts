import { describe, expect, it } from 'vitest';
import { lotTaskOf } from '../../../../shared/domain/lots-state.ts';
import { invigilatorsOfPaper } from '../../../../shared/domain/paper-signers.ts';
import { isOnDutyIn } from '../../../../shared/domain/roles.ts';
import { as, type RoomNo, type StaffId } from '../../../../shared/ids.ts';
import {
  at,
  BOX,
  checkIn,
  CHIEF,
  createSimStation,
  INVIGILATOR_1,
  INVIGILATOR_2,
  must,
  ROOM,
  type SimStation,
  stationId,
} from '../../../support/sim-station.ts';
import { createStaffedRoom, enlist, NEWCOMER, post, replace, TRAINED } from '../../../support/staff-acts.ts';

const MORNING = at('07:00');
const REPLACED = at('07:40');
const RECUSAL = { kind: 'class', word: '软件2301' } as const;
const asChief = { actor: CHIEF };

function staffOf(station: SimStation, staff: StaffId) {
  return station.state.site.staff[staff];
}

describe('enlisting', () => {
  it('[ST3] an invigilator may wait for his room; till then he acts nowhere and is nobody’s second', () => {
    const station = createStaffedRoom();
    expect(staffOf(station, NEWCOMER)).toMatchObject({ room: null, isTrained: true });
    const time = at('08:05');
    expect(station.act(checkIn(1), time, { actor: NEWCOMER })).toMatchObject({ error: { code: 'actor-unassigned' } });
    expect(station.act(checkIn(1), time, { actor: INVIGILATOR_1, second: NEWCOMER })).toMatchObject({
      error: { code: 'second-person-not-in-room' },
    });
  });

  it.each([
    ['[R06] who was not trained', { described: { isTrained: false, details: BOX } }, 'not-trained'],
    ['[R05] who must keep away', { described: TRAINED, recusal: RECUSAL }, 'recusal-needed'],
    ['[R02] one too many', { described: TRAINED }, 'invigilators-complete'],
    ['[D4] one for a room that nobody knows', { room: as<RoomNo>('009') }, 'station-not-bound'],
  ] as const)('%s is not enlisted into a room', (_, more, code) => {
    const station = createStaffedRoom();
    const command = enlist({ staff: as<StaffId>('fourth'), room: ROOM, ...more });
    expect(station.act(command, MORNING, asChief)).toMatchObject({ error: { code } });
  });

  it('[R02] a room of more than 40 takes two more', () => {
    const station = createStaffedRoom(41);
    must(station.act(post(NEWCOMER, ROOM), MORNING, asChief));
    expect(staffOf(station, NEWCOMER)?.room).toBe(ROOM);
  });
});

describe('what is known of somebody', () => {
  it('[ST1] the last counts, and an enlisting told again undoes nothing', () => {
    const station = createStaffedRoom();
    must(station.act({ type: 'describeStaff', staff: NEWCOMER, isTrained: false, details: BOX }, MORNING, asChief));
    must(station.act({ type: 'describeStaff', staff: INVIGILATOR_1, ...TRAINED }, MORNING, asChief));
    must(station.act(post(INVIGILATOR_1, null), MORNING, asChief));
    const told = { staff: INVIGILATOR_1, role: 'invigilator', room: ROOM, person: BOX, pin: BOX };
    station.record('StaffEnlisted', told, MORNING, { room: null });
    expect(staffOf(station, INVIGILATOR_1)).toMatchObject({ room: null, isTrained: true });
    expect(staffOf(station, NEWCOMER)?.isTrained).toBe(false);
  });

  it('[ST1] is said of people on the list alone, by leaders', () => {
    const station = createStaffedRoom();
    const describe = { type: 'describeStaff', staff: as<StaffId>('nobody'), ...TRAINED } as const;
    expect(station.act(describe, MORNING, asChief)).toMatchObject({ error: { code: 'staff-unknown' } });
    expect(station.act(describe, MORNING)).toMatchObject({ error: { code: 'role-not-allowed' } });
  });
});

describe('移出名单', () => {
  const remove = (staff: StaffId, hasActed = false) => ({ type: 'removeStaff', staff, hasActed }) as const;
  const deputy = as<StaffId>('deputy');

  it('[ST8] takes whoever did nothing off every list; he acts, confirms and approves no more', () => {
    const station = createStaffedRoom();
    must(station.act(enlist({ staff: deputy, role: 'deputy' }), MORNING, asChief));
    for (const staff of [NEWCOMER, deputy]) must(station.act(remove(staff), MORNING, asChief));
    expect(staffOf(station, NEWCOMER)).toMatchObject({ room: null, isRemoved: true, leftAt: MORNING });
    expect(lotTaskOf(station.state).pool).not.toContain(NEWCOMER);
    expect(station.act(checkIn(1), at('08:05'), { actor: deputy })).toMatchObject({ error: { code: 'actor-left' } });
    expect(station.act(replace(), REPLACED)).toMatchObject({ error: { code: 'staff-unknown' } });
    const approval = { approver: deputy, how: 'present' } as const;
    expect(station.act(replace({ approval }), REPLACED)).toMatchObject({ error: { code: 'approver-not-chief' } });
    expect(station.act(remove(NEWCOMER), MORNING, asChief)).toMatchObject({ error: { code: 'staff-unknown' } });
  });

  it('[ST8] is not for the chief, for oneself and for whoever is in a record', () => {
    const station = createStaffedRoom();
    must(station.act(enlist({ staff: deputy, role: 'deputy' }), MORNING, asChief));
    const stays = { error: { code: 'staff-not-removable', rule: 'ST8' } };
    expect(station.act(remove(CHIEF), MORNING, { actor: deputy })).toMatchObject(stays);
    expect(station.act(remove(deputy), MORNING, { actor: deputy })).toMatchObject(stays);
    expect(station.act(remove(NEWCOMER, true), MORNING, asChief)).toMatchObject({ error: { code: 'staff-has-acted' } });
  });

  it('[ST8] a room that he takes up all the same has him back', () => {
    const station = createStaffedRoom();
    must(station.act(remove(NEWCOMER), MORNING, asChief));
    station.record('StaffPosted', { staff: NEWCOMER, room: ROOM, how: 'arrived' }, REPLACED, { room: null });
    expect(staffOf(station, NEWCOMER)).toMatchObject({ room: ROOM, isRemoved: false, leftAt: null });
  });
});

describe('a staff list', () => {
  const entry = { ...TRAINED, role: 'invigilator', room: null, person: BOX, pin: BOX, recusal: null } as const;
  const fourth = as<StaffId>('fourth');

  it('[ST2] brings everybody and describes who is known in one', () => {
    const station = createStaffedRoom();
    const known = [{ staff: INVIGILATOR_2, ...TRAINED }];
    must(station.act({ type: 'importStaff', entries: [{ ...entry, staff: fourth }], known }, MORNING, asChief));
    expect(staffOf(station, fourth)).toMatchObject({ role: 'invigilator', isTrained: true });
    expect(staffOf(station, INVIGILATOR_2)).toMatchObject({ room: ROOM, isTrained: true });
  });

  it.each([
    ['nobody', [], [], 'staff-list-empty'],
    ['somebody twice', [{ ...entry, staff: NEWCOMER }], [], 'staff-already-enlisted'],
    ['one too many for a room', [{ ...entry, staff: fourth, room: ROOM }], [], 'invigilators-complete'],
    ['somebody unheard of', [], [{ staff: fourth, ...TRAINED }], 'staff-unknown'],
  ] as const)('[ST2] with %s is refused as a whole', (_, entries, known, code) => {
    const station = createStaffedRoom();
    expect(station.act({ type: 'importStaff', entries, known }, MORNING, asChief)).toMatchObject({ error: { code } });
  });

  it('[R02] counts who comes with it', () => {
    const station = createStaffedRoom(41);
    const three = ['a', 'b', 'c'].map((id) => ({ ...entry, staff: as<StaffId>(id), room: ROOM }));
    const all = { type: 'importStaff', known: [] } as const;
    expect(station.act({ ...all, entries: three }, MORNING, asChief)).toMatchObject({
      error: { code: 'invigilators-complete', figures: { wanted: 4 } },
    });
    must(station.act({ ...all, entries: three.slice(1) }, MORNING, asChief));
  });
});

describe('a post', () => {
  it('[ST3] is given and taken away by leaders; a technician’s has no limit', () => {
    const station = createStaffedRoom();
    must(station.act(post(INVIGILATOR_1, null), MORNING, asChief));
    must(station.act(post(NEWCOMER, ROOM), MORNING, asChief));
    expect(staffOf(station, INVIGILATOR_1)?.room).toBeNull();
    const technician = as<StaffId>('technician');
    must(station.act(enlist({ staff: technician, role: 'technician' }), MORNING, asChief));
    must(station.act(post(technician, ROOM), MORNING, asChief));
    must(station.act(checkIn(1), at('08:05'), { actor: NEWCOMER }));
  });

  it.each([
    ['[R06] not to the untrained', post(INVIGILATOR_1, ROOM), 'not-trained'],
    ['[R05] not where he must keep away', post(NEWCOMER, ROOM, { recusal: RECUSAL }), 'recusal-needed'],
    ['[ST3] not to whoever leads the site', post(CHIEF, ROOM), 'not-postable'],
    ['[ST3] not to somebody unheard of', post(as<StaffId>('nobody'), ROOM), 'staff-unknown'],
    ['[ST3] not twice', post(INVIGILATOR_2, ROOM), 'already-posted'],
    ['[D6] not in another room’s station', post(NEWCOMER, as<RoomNo>('002')), 'room-not-here'],
  ] as const)('%s', (_, command, code) => {
    const station = createStaffedRoom();
    must(station.act(post(INVIGILATOR_1, null), MORNING, asChief));
    expect(station.act(command, MORNING, asChief)).toMatchObject({ error: { code } });
  });
});

describe('到岗', () => {
  const arrive = { type: 'takeUpPost', recusal: null } as const;

  it('[ST4] an invigilator without a room takes up the free post of this room himself, and acts', () => {
    const station = createStaffedRoom();
    must(station.act(post(INVIGILATOR_1, null), MORNING, asChief));
    const [event] = must(station.act(arrive, at('07:50'), { actor: NEWCOMER }));
    expect(event).toMatchObject({ type: 'StaffPosted', data: { staff: NEWCOMER, room: ROOM, how: 'arrived' } });
    must(station.act(checkIn(1), at('08:05'), { actor: NEWCOMER, second: INVIGILATOR_2 }));
  });

  it('[ST4] not where the posts are taken, not untrained, not against a recusal, not a second time', () => {
    const station = createStaffedRoom();
    const codeOf = (command: typeof arrive | { type: 'takeUpPost'; recusal: typeof RECUSAL }, actor = NEWCOMER) =>
      station.act(command, MORNING, { actor });
    expect(codeOf(arrive)).toMatchObject({ error: { code: 'invigilators-complete' } });
    expect(codeOf(arrive, INVIGILATOR_1)).toMatchObject({ error: { code: 'already-posted' } });
    must(station.act(post(INVIGILATOR_1, null), MORNING, asChief));
    expect(codeOf(arrive, INVIGILATOR_1)).toMatchObject({ error: { code: 'not-trained' } });
    expect(codeOf({ ...arrive, recusal: RECUSAL })).toMatchObject({ error: { code: 'recusal-needed' } });
    expect(codeOf(arrive, CHIEF)).toMatchObject({ error: { code: 'not-postable' } });
  });
});

describe('更换监考员', () => {
  it('[ST5] who leaves acts no more and is nobody’s second; what he did stands', () => {
    const station = createStaffedRoom();
    must(station.act(checkIn(1), at('08:05'), { actor: INVIGILATOR_1 }));
    must(station.act(replace(), at('08:10'), { actor: INVIGILATOR_2 }));
    const left = { at: at('08:10') };
    expect(station.act(checkIn(2), at('08:11'), { actor: INVIGILATOR_1 })).toMatchObject({
      error: { code: 'actor-left', figures: left },
    });
    const late = { occurredAt: at('08:06'), reason: BOX };
    expect(
      station.act(checkIn(2), at('08:11'), { actor: INVIGILATOR_1, second: INVIGILATOR_2, ...late }),
    ).toMatchObject({ error: { code: 'actor-left' } });
    expect(
      station.act(checkIn(2), at('08:11'), { actor: INVIGILATOR_2, second: INVIGILATOR_1, ...late }),
    ).toMatchObject({ error: { code: 'second-person-not-in-room', figures: { leftAt: at('08:10') } } });
    must(station.act(checkIn(2), at('08:12'), { actor: NEWCOMER, second: INVIGILATOR_2, ...late }));
    const acts = Object.values(station.state.rooms[ROOM]!.candidates).flatMap((one) => one.acts.theory);
    expect(acts.map(({ actor }) => actor)).toEqual([INVIGILATOR_1, NEWCOMER]);
  });

  it('[ST5] somebody new is enlisted in the same breath, and who left may be replaced back', () => {
    const station = createStaffedRoom();
    const fourth = as<StaffId>('fourth');
    const enlists = { person: BOX, pin: BOX, ...TRAINED };
    must(station.act(replace({ comes: fourth, enlists }), REPLACED, { actor: INVIGILATOR_2 }));
    expect(staffOf(station, fourth)).toMatchObject({ room: ROOM, isTrained: true, leftAt: null });
    const back = replace({ leaves: fourth, comes: INVIGILATOR_1 });
    expect(station.act(back, at('07:50'), { actor: INVIGILATOR_2 })).toMatchObject({ error: { code: 'not-trained' } });
    must(station.act({ type: 'describeStaff', staff: INVIGILATOR_1, ...TRAINED }, at('07:50'), asChief));
    must(station.act(back, at('07:50'), { actor: INVIGILATOR_2 }));
    must(station.act(checkIn(1), at('08:05'), { actor: INVIGILATOR_1 }));
    expect(station.act(post(fourth, ROOM), at('08:05'), asChief)).toMatchObject({ error: { code: 'staff-left' } });
  });

  it.each([
    [
      '[D22] without a leader’s approval',
      { approval: { approver: INVIGILATOR_2, how: 'present' } },
      'approver-not-chief',
    ],
    ['[ST5] of somebody who is not here', { leaves: NEWCOMER }, 'not-in-this-room'],
    ['[ST5] by somebody unheard of', { comes: as<StaffId>('nobody') }, 'staff-unknown'],
    ['[ST5] by somebody with a room', { comes: INVIGILATOR_2 }, 'posted-elsewhere'],
    ['[R05] by somebody who must keep away', { recusal: RECUSAL }, 'recusal-needed'],
    [
      '[D4] by somebody new who is on the list',
      { enlists: { person: BOX, pin: BOX, ...TRAINED } },
      'staff-already-enlisted',
    ],
    ['[D6] in another room', { room: as<RoomNo>('002') }, 'room-not-here'],
  ] as const)('%s it is refused', (_, more, code) => {
    const station = createStaffedRoom();
    expect(station.act(replace(more), REPLACED, { actor: INVIGILATOR_2 })).toMatchObject({ error: { code } });
  });

  it('[D22] called by telephone, the second person is of the room', () => {
    const station = createStaffedRoom();
    const called = replace({ approval: { approver: CHIEF, how: 'phone' } });
    expect(station.act(called, REPLACED, { actor: INVIGILATOR_2 })).toMatchObject({
      error: { code: 'second-person-missing' },
    });
    must(station.act(called, REPLACED, { actor: INVIGILATOR_2, second: INVIGILATOR_1 }));
  });

  it('[ST5] told by two chains it is one', () => {
    const station = createStaffedRoom();
    must(station.act(replace(), REPLACED, asChief));
    const { type: _, enlists: __, recusal: ___, ...data } = replace();
    station.record('StaffReplaced', data, REPLACED);
    expect(station.state.site.replacements).toHaveLength(1);
  });

  it('[ST7] who was replaced before the start signs nothing, who was replaced in the paper does', () => {
    const station = createStaffedRoom();
    const namesOf = (paper: 'theory' | 'practical') =>
      invigilatorsOfPaper(station.state, ROOM, paper).map(({ staff }) => staff);
    must(station.act(replace(), REPLACED, asChief));
    expect(namesOf('theory')).toEqual([INVIGILATOR_2, NEWCOMER]);
    must(station.act({ type: 'describeStaff', staff: INVIGILATOR_1, ...TRAINED }, at('09:00'), asChief));
    must(station.act(replace({ leaves: INVIGILATOR_2, comes: INVIGILATOR_1 }), at('09:00'), asChief));
    expect(namesOf('theory')).toEqual([INVIGILATOR_1, INVIGILATOR_2, NEWCOMER]);
    expect(namesOf('practical')).toEqual([INVIGILATOR_1, NEWCOMER]);
  });
});

describe('on duty', () => {
  it.each([
    ['a technician of the whole site', { role: 'technician', room: null, leftAt: null }, true],
    ['an invigilator of this room', { role: 'invigilator', room: ROOM, leftAt: null }, true],
    ['[ST3] no invigilator without a room', { role: 'invigilator', room: null, leftAt: null }, false],
    ['[ST5] nobody who was replaced', { role: 'technician', room: null, leftAt: 1 }, false],
  ] as const)('%s', (_, staff, expected) => {
    expect([isOnDutyIn(staff, ROOM), isOnDutyIn(staff, null)]).toEqual([expected, expected]);
  });
});

describe('值班电话', () => {
  it('[ST6] the last list counts', () => {
    const station = createStaffedRoom();
    expect(station.state.site.dutyPhones).toBeNull();
    must(station.act({ type: 'listDutyPhones', phones: BOX }, MORNING, asChief));
    must(station.act({ type: 'listDutyPhones', phones: { ...BOX, nonce: 'BBBB' } }, MORNING, asChief));
    expect(station.state.site.dutyPhones).toEqual({ ...BOX, nonce: 'BBBB' });
  });
});

describe('events of people whom nobody knows here', () => {
  it('change nothing', () => {
    const station = createSimStation(stationId(1));
    const before = station.state.site.staff;
    station.record('StaffPosted', { staff: NEWCOMER, room: ROOM, how: 'assigned' }, MORNING, { room: null });
    station.record('StaffDescribed', { staff: NEWCOMER, isTrained: true, details: BOX }, MORNING, { room: null });
    expect(station.state.site.staff).toEqual(before);
  });
});
