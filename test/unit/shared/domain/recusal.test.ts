import { describe, expect, it } from 'vitest';
import { recusalConflicts, type RecusalInput } from '../../../../shared/domain/recusal.ts';
import { as, type RoomNo, type StaffId } from '../../../../shared/ids.ts';

const ROOM_1 = as<RoomNo>('001');
const ROOM_2 = as<RoomNo>('002');
const TEACHER = as<StaffId>('teacher');
const COLLEAGUE = as<StaffId>('colleague');

function teacher(staff: StaffId, details: Partial<RecusalInput['staff'][number]['details']>) {
  return { staff, details: { major: '', department: '', classes: '', ...details } };
}

function candidate(room: RoomNo, person: Partial<RecusalInput['candidates'][number]['person']>) {
  return { room, person: { major: '', className: '', school: '', ...person } };
}

describe('who must keep away from which room', () => {
  it('[R05] whoever leads a class keeps away from the rooms where it sits, however it is written', () => {
    const found = recusalConflicts({
      scope: 'major',
      staff: [teacher(TEACHER, { classes: '大数据2201、软件 ２３０１班' })],
      candidates: [candidate(ROOM_1, { className: '软件2301' }), candidate(ROOM_2, { className: '软件2302' })],
    });
    expect(found).toEqual({ [TEACHER]: [{ room: ROOM_1, kind: 'class', word: '软件 ２３０１班' }] });
  });

  it('[R05] whoever teaches a major keeps away from its candidates; his class is said first', () => {
    const found = recusalConflicts({
      scope: 'major',
      staff: [teacher(TEACHER, { major: '软件技术', classes: '软件2301' })],
      candidates: [
        candidate(ROOM_1, { major: '软件技术专业' }),
        candidate(ROOM_2, { major: '软件技术', className: '软件2301' }),
      ],
    });
    expect(found[TEACHER]).toEqual([
      { room: ROOM_1, kind: 'major', word: '软件技术' },
      { room: ROOM_2, kind: 'class', word: '软件2301' },
    ]);
  });

  it.each([
    ['major', []],
    ['department', [{ room: ROOM_1, kind: 'department', word: '软件技术' }]],
  ] as const)('[C17] by the scope %s the majors of his colleagues are %j', (scope, expected) => {
    const found = recusalConflicts({
      scope,
      staff: [
        teacher(TEACHER, { department: '信息工程学院' }),
        teacher(COLLEAGUE, { department: '信息工程 学院', major: '软件技术' }),
      ],
      candidates: [candidate(ROOM_1, { major: '软件技术' })],
    });
    expect(found[TEACHER] ?? []).toEqual(expected);
  });

  it('[C17] by the department too where the roster gives it as the school', () => {
    const found = recusalConflicts({
      scope: 'department',
      staff: [teacher(TEACHER, { department: '信息工程学院' })],
      candidates: [candidate(ROOM_1, { school: '信息工程学院' }), candidate(ROOM_2, { school: '建筑学院' })],
    });
    expect(found).toEqual({ [TEACHER]: [{ room: ROOM_1, kind: 'department', word: '信息工程学院' }] });
  });

  it('[R05] nothing that is not known is a conflict', () => {
    const found = recusalConflicts({
      scope: 'department',
      staff: [teacher(TEACHER, {}), teacher(COLLEAGUE, { classes: '班' })],
      candidates: [candidate(ROOM_1, {}), candidate(ROOM_2, { className: '软件2301' })],
    });
    expect(found).toEqual({});
  });
});
