import type { CorrectionInput } from '../../shared/documents/correction.ts';
import type { IncidentReportInput } from '../../shared/documents/incident-report.ts';
import { buildRoomRecordContent } from '../../shared/documents/room-record.ts';
import type { ViolationNoticeInput } from '../../shared/documents/violation-notice.ts';
import { as, type DocumentId, type RoomNo } from '../../shared/ids.ts';
import { aNote, aRecordInput, aTime, aViolation, shanghai } from './room-record.ts';

const OF_DAY = {
  site: '样例职业技术学院考点',
  exam: '2022年11月1+X Python程序开发职业技能等级证书考试',
  plan: '2022年11月Python计划',
  date: '2022-11-20',
  roomNo: as<RoomNo>('001'),
  place: '实训楼201机房',
  paper: 'theory',
  kind: 'real',
  planned: { startsAt: shanghai(9, 0), endsAt: shanghai(10, 30) },
} as const;

/** A phone and the ticket held from seat 12. */
export function aNoticeInput(overrides: Partial<ViolationNoticeInput> = {}): ViolationNoticeInput {
  return {
    ...OF_DAY,
    violation: aViolation({ held: '手机一部', isTicketHeld: true }),
    document: { type: '居民身份证', masked: '340524********001X' },
    ...overrides,
  };
}

/** The lights went out at 09:10; nothing was done yet. */
export function aReportInput(overrides: Partial<IncidentReportInput> = {}): IncidentReportInput {
  return {
    ...OF_DAY,
    adjusted: OF_DAY.planned,
    number: 'A#88',
    incident: aNote({ kind: 'incident', person: null, time: aTime(shanghai(9, 10)), text: '整栋楼停电，考生机黑屏' }),
    adjustments: [],
    seatChanges: [],
    notes: [],
    inRoom: 37,
    ...overrides,
  };
}

/** A correction of a sealed record in which nothing has changed yet. */
export function aCorrectionInput(overrides: Partial<CorrectionInput> = {}): CorrectionInput {
  const content = buildRoomRecordContent(aRecordInput());
  return {
    corrected: {
      document: as<DocumentId>('0123'),
      copy: 1,
      number: 'A#301',
      sealedAt: shanghai(10, 41),
      contentDigest: '3f2a91c077de0b12'.repeat(4),
      sha256: '0123456789abcdef'.repeat(4),
    },
    earlier: [],
    opened: { time: aTime(shanghai(10, 55)), by: ['李监考'], why: '17 号考生实际未到' },
    before: content,
    after: content,
    ...overrides,
  };
}
