import { createHash } from 'node:crypto';
import { buildRoomRecordContent } from '../../shared/documents/room-record.ts';
import type {
  RecordNote,
  RecordPerson,
  RecordTime,
  RecordViolation,
  RoomRecordInput,
} from '../../shared/documents/room-record-input.ts';
import {
  buildSignedPaperView,
  type PaperSigner,
  printSignedPaper,
  signedPaperDigestInput,
  type SignedPaperPrint,
} from '../../shared/documents/signed-paper.ts';
import type { PrintableSignedPaper } from '../../shared/documents/signed-paper-view.ts';
import type { Drawing } from '../../shared/domain/drawing.ts';
import { as, type DocumentId, type RoomNo, type SeatNo } from '../../shared/ids.ts';

/** An instant of 2022-11-20, hours and minutes in Asia/Shanghai. */
export function shanghai(hour: number, minute: number): number {
  return Date.UTC(2022, 10, 20, hour - 8, minute);
}

/** Recorded as it happened, or at `at`. */
export function aTime(occurredAt: number, overrides: Partial<RecordTime> = {}): RecordTime {
  return { occurredAt, at: occurredAt, timeInDoubt: false, ...overrides };
}

export function aPerson(seat: number, name: string): RecordPerson {
  return { seat: as<SeatNo>(seat), name, ticket: `2211370100${String(seat).padStart(5, '0')}` };
}

export function aViolation(overrides: Partial<RecordViolation> = {}): RecordViolation {
  return {
    number: 'A#171',
    person: aPerson(12, '潘超兰'),
    time: aTime(shanghai(9, 42)),
    code: '54',
    discovery: 'on-site',
    facts: '与 13 号座位考生交头接耳，经口头警告后再犯',
    held: '',
    isTicketHeld: false,
    by: ['李监考', '周巡'],
    ...overrides,
  };
}

export function aNote(overrides: Partial<RecordNote> = {}): RecordNote {
  return {
    kind: 'login-corrected',
    person: aPerson(8, '郑宁英'),
    time: aTime(shanghai(8, 52)),
    text: '准考证号误输一位，重新登录后正常',
    by: '李监考',
    ...overrides,
  };
}

/** A room where nothing happened: 40 expected, all present, all submitted. */
export function aRecordInput(overrides: Partial<RoomRecordInput> = {}): RoomRecordInput {
  return {
    site: '样例职业技术学院考点',
    exam: '2022年11月1+X Python程序开发职业技能等级证书考试',
    plan: '2022年11月Python计划',
    date: '2022-11-20',
    roomNo: as<RoomNo>('001'),
    place: '实训楼201机房',
    paper: 'theory',
    edition: 'R2022',
    kind: 'real',
    levels: Array.from({ length: 40 }, () => 'elementary' as const),
    planned: { startsAt: shanghai(9, 0), endsAt: shanghai(10, 30) },
    adjusted: { startsAt: shanghai(9, 0), endsAt: shanghai(10, 30) },
    actualStart: aTime(shanghai(9, 0)),
    actualEnd: aTime(shanghai(10, 30)),
    seatEnds: [],
    adjustments: [],
    seatings: [],
    replacements: [],
    clockActs: [],
    counts: { expected: 40, present: 40, late: 0, absent: 0, notYet: 0, unlisted: 0 },
    absent: [],
    late: [],
    refused: [],
    violations: [],
    warnings: [],
    cancellations: [],
    seatChanges: [],
    exemptions: [],
    unregistered: [],
    notes: [],
    submissions: { submitted: 40, early: [], forced: [], notSubmitted: [] },
    collection: { time: aTime(shanghai(10, 31)), isConfirmedByTechnician: true, hasDrifted: false },
    ...overrides,
  };
}

/** The day of room 001 as rooms usually go: three absent (one of them refused), two late, a violation, a forced submit. */
export function aUsualRecord(overrides: Partial<RoomRecordInput> = {}): RoomRecordInput {
  const refused = { person: aPerson(31, '买买提·阿依古丽'), time: aTime(shanghai(9, 31)) };
  return aRecordInput({
    levels: Array.from({ length: 40 }, (_, index) => (index < 30 ? 'elementary' : 'intermediate')),
    counts: { expected: 40, present: 37, late: 2, absent: 3, notYet: 0, unlisted: 0 },
    absent: [
      { person: aPerson(17, '周莉浩'), time: aTime(shanghai(9, 30)), refused: null, isCancelled: false },
      { person: aPerson(24, '李𬱖'), time: aTime(shanghai(9, 30)), refused: null, isCancelled: false },
      { person: refused.person, time: aTime(shanghai(9, 32)), refused: refused.time, isCancelled: false },
    ],
    late: [
      { person: aPerson(5, '吴欣欣'), time: aTime(shanghai(9, 5)), lateMinutes: 5 },
      { person: aPerson(22, '冯静阳'), time: aTime(shanghai(9, 12), { at: shanghai(9, 40) }), lateMinutes: 12 },
    ],
    refused: [{ ...refused, reason: 'late', note: '', admitted: null }],
    violations: [aViolation({ held: '手机一部', isTicketHeld: true })],
    warnings: [aViolation({ number: 'A#160', facts: '', time: aTime(shanghai(9, 38)), by: ['周巡'] })],
    unregistered: [{ person: aPerson(12, '潘超兰'), time: aTime(shanghai(9, 42)), code: '54', isOvertaken: false }],
    notes: [
      aNote(),
      aNote({
        kind: 'equipment',
        person: null,
        time: aTime(shanghai(8, 20)),
        text: '2 号摄像头画面停顿，技术支持重启后正常',
      }),
    ],
    submissions: {
      submitted: 36,
      early: [
        {
          person: aPerson(9, '何霞佳'),
          submitted: aTime(shanghai(10, 2)),
          left: aTime(shanghai(10, 5)),
          confirmedBy: 'invigilator-and-technician',
        },
      ],
      forced: [{ person: aPerson(14, '林文玲'), time: aTime(shanghai(9, 10)) }],
      notSubmitted: [{ person: aPerson(40, '张刚翔'), why: '死机，作答文件由技术支持拷出' }],
    },
    ...overrides,
  });
}

/** A signature of two strokes and a dot. */
export const A_DRAWING: Drawing = {
  aspect: 3,
  strokes: [
    [90, 150, 150, 90, 230, 70, 260, 120, 220, 210, 140, 260, 110, 210],
    [330, 70, 350, 160, 340, 260, 420, 180, 520, 120, 600, 160, 560, 240, 700, 200, 900, 110],
    [620, 60],
  ],
};

export function aSigner(overrides: Partial<PaperSigner> = {}): PaperSigner {
  return {
    role: 'invigilator',
    staff: 'staff-1',
    name: '李监考',
    signed: { at: shanghai(10, 32), by: 'pin', drawing: A_DRAWING },
    ...overrides,
  };
}

export function aRecordPrint(overrides: Partial<Omit<SignedPaperPrint, 'contentDigest'>> = {}) {
  return {
    signers: [
      aSigner(),
      aSigner({ name: '周巡', signed: { at: shanghai(10, 33), by: 'pin', drawing: A_DRAWING } }),
      aSigner({ role: 'technician', name: '王技术', signed: null }),
      aSigner({ role: 'chief', name: '陈主考', signed: null }),
    ],
    copy: 1,
    heads: [
      { label: 'A', station: '0123456789abcdef', epoch: 1, seq: 233, hash: 'a1'.repeat(32) },
      { label: 'B', station: 'fedcba9876543210', epoch: 2, seq: 118, hash: 'b2'.repeat(32) },
    ],
    documentId: as<DocumentId>('7be1-001-record'),
    issuedAt: shanghai(10, 34),
    ...overrides,
  } satisfies Omit<SignedPaperPrint, 'contentDigest'>;
}

export function aPrintableRecord(
  input: RoomRecordInput,
  print: Partial<Omit<SignedPaperPrint, 'contentDigest'>> = {},
): PrintableSignedPaper {
  const content = buildRoomRecordContent(input);
  const contentDigest = sha256(signedPaperDigestInput(content));
  const view = buildSignedPaperView(content, { ...aRecordPrint(print), contentDigest });
  return printSignedPaper(view, sha256(signedPaperDigestInput(view)));
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
