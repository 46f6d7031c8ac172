import { describe, expect, it } from 'vitest';
import {
  approvalOf,
  approvalOptions,
  approversOf,
  firstApproval,
} from '../../../../renderer/screens/course/approval-draft.ts';
import type { StaffCard } from '../../../../shared/contract/views.ts';
import { as, type RoomNo, type StaffId } from '../../../../shared/ids.ts';

function card(name: string, role: StaffCard['role'], room: string | null = null): StaffCard {
  return {
    leftAt: null,
    staff: as<StaffId>(name),
    role,
    room: room === null ? null : as<RoomNo>(room),
    name,
  };
}

const CHIEF = card('chief', 'chief');
const DEPUTY = card('deputy', 'deputy');
const ROOM = [card('one', 'invigilator', '001'), card('two', 'invigilator', '001')];

describe('主考批准', () => {
  it('[D22] is given by the chief or a deputy, the chief first', () => {
    expect(approversOf([...ROOM, DEPUTY, CHIEF]).map(({ staff }) => staff)).toEqual(['chief', 'deputy']);
  });

  it('[D22] names the only one there is; whether he stood by is never filled in for him', () => {
    expect(firstApproval([CHIEF, ...ROOM], as<StaffId>('one'), as<StaffId>('two'))).toEqual({
      approver: 'chief',
      how: null,
      second: 'two',
      number: null,
      code: '',
    });
    expect(firstApproval([CHIEF, DEPUTY, ...ROOM], as<StaffId>('one'), null).approver).toBeNull();
    expect(firstApproval([CHIEF, DEPUTY], as<StaffId>('deputy'), null)).toMatchObject({
      approver: 'deputy',
      how: 'present',
    });
  });

  it('[D22] by telephone needs the second person; what is missing is said, first things first', () => {
    const draft = { approver: CHIEF.staff, how: 'phone', second: null, number: null, code: '' } as const;
    expect(approvalOf(draft)).toBe('second');
    expect(approvalOf({ ...draft, approver: null })).toBe('approver');
    expect(approvalOf({ ...draft, how: null })).toBe('approval-how');
    expect(approvalOf({ ...draft, second: as<StaffId>('two') })).toEqual({ approver: 'chief', how: 'phone' });
    expect(approvalOf({ ...draft, how: 'present' })).toEqual({ approver: 'chief', how: 'present' });
  });

  it('[D22] by a code needs the number that was read out and all its digits; blanks between them are nothing', () => {
    const draft = { approver: CHIEF.staff, how: 'code', second: null, number: 7, code: '1234 567' } as const;
    expect(approvalOf(draft)).toBe('approval-code');
    expect(approvalOf({ ...draft, number: null, code: '12345678' })).toBe('approval-code');
    const whole = { ...draft, code: '1234 5678' };
    expect(approvalOf(whole)).toEqual({ approver: 'chief', how: 'code', number: 7 });
    expect(approvalOptions(whole, { approver: CHIEF.staff, how: 'code', number: 7 })).toEqual({
      approvalCode: '1234 5678',
    });
    expect(approvalOptions(whole, { approver: CHIEF.staff, how: 'present' })).toEqual({});
  });
});
