import { callSchema } from '../../shared/contract/call.ts';
import { type MethodInput, type MethodName, methods } from '../../shared/contract/methods.ts';
import type { EventRef } from '../../shared/domain/schema-parts.ts';
import {
  as,
  type CandidateId,
  type CommandId,
  type DayId,
  type DocumentId,
  type SeatNo,
  type StaffId,
  type StationId,
} from '../../shared/ids.ts';
import { PIN, ROOM, rosterFile, SCENARIO_DAY } from '../support/day-scenario.ts';
import { PAPER, RECORD, SOME_DRAWING } from '../support/whole-day.ts';

export const METHOD_NAMES = Object.keys(methods) as readonly MethodName[]; // keys of a const object
export const COMMANDS = METHOD_NAMES.filter((name) => methods[name].kind === 'command');
export const STAFF_METHODS = METHOD_NAMES.filter((name) => methods[name].permission === 'staff');
export const NOBODY = as<StaffId>('nobody-we-know');
/** On no list. */
export const SOMEBODY = as<CandidateId>('0'.repeat(32));
export const SOME_EVENT: EventRef = { station: as<StationId>('0'.repeat(16)), epoch: 1, seq: 1 };

/** The code of a sheet that nobody has. */
export const SOME_GROUPS = Array.from({ length: 8 }, () => '000011');

/** An approval of nobody who could give one. */
const UNAPPROVED = { why: '停电', approval: { approver: NOBODY, how: 'present' } } as const;
const ADJUSTING = { ...PAPER, ...UNAPPROVED, next: null } as const;

/** Of somebody of whom a telephone is known. */
export const SOME_DETAILS = { phone: '13800000001', major: '', department: '', classes: '', remark: '' };

/** Input of the right form for every method, whether or not the day allows what it asks. */
export const FORMED: { readonly [M in MethodName]: MethodInput<M> } = {
  'station.status': {},
  'station.clock': {},
  'events.since': { after: 0, limit: 10 },
  'day.make': SCENARIO_DAY,
  'roster.preview': rosterFile('empty.csv'),
  'roster.commit': {
    preview: 'none',
    binding: { kind: 'room', room: ROOM },
    acceptLeftOut: true,
    acceptRemovals: true,
  },
  'staff.enlist': { role: 'inspector', room: null, name: '何巡视', pin: PIN },
  'staff.list': {},
  'staff.details': {},
  'staff.describe': { staff: NOBODY, isTrained: true, details: SOME_DETAILS },
  'staff.previewList': { fileName: '考务人员.csv', bytes: 'AAAA' },
  'staff.import': { preview: 'none', acceptLeftOut: true },
  'staff.initialPins': { forget: false },
  'staff.post': { staff: NOBODY, room: ROOM },
  'staff.remove': { staff: NOBODY },
  'staff.arrive': {},
  'staff.replace': {
    room: ROOM,
    leaves: NOBODY,
    comes: { kind: 'listed', staff: NOBODY },
    opinion: '突发疾病，同意更换',
    approval: UNAPPROVED.approval,
  },
  'contacts.listPhones': { phones: [{ label: '医务', name: '', phone: '120' }] },
  'contacts.read': {},
  'candidates.list': { room: ROOM },
  'candidates.search': { query: '1', room: ROOM },
  'signal.give': { signal: 'prepare', paper: 'theory' },
  'milestone.confirm': { milestone: 'theory:admission-open' },
  'checkIn.confirm': {
    room: ROOM,
    paper: 'theory',
    candidate: SOMEBODY,
    found: 'list',
    checks: { ticket: 'ok', idDocument: 'ok', face: 'match' },
  },
  'entry.refuse': {
    room: ROOM,
    paper: 'theory',
    candidate: null,
    ticket: '2022110000000',
    reason: 'not-listed',
    note: null,
  },
  'act.undo': { target: SOME_EVENT },
  'document.issueSignInSheet': { room: ROOM, paper: 'theory' },
  'document.read': { document: as<DocumentId>('none') },
  'absence.record': { ...PAPER, candidates: [SOMEBODY] },
  'submission.record': { ...PAPER, candidate: SOMEBODY, how: 'by-candidate' },
  'leave.record': { ...PAPER, candidate: SOMEBODY, isConfirmedByTechnician: true, technician: null },
  'violation.record': {
    ...PAPER,
    candidate: SOMEBODY,
    code: '54',
    measure: 'recorded',
    discovery: 'on-site',
    facts: '多次转头看左侧考生的屏幕',
    held: null,
    isTicketHeld: false,
  },
  'note.take': { ...PAPER, candidate: null, kind: 'equipment', text: '座位 09 的鼠标失灵，已更换' },
  'examSystem.register': { ...PAPER, targets: [SOME_EVENT] },
  'paper.collect': { ...PAPER, notSubmitted: [], isConfirmedByTechnician: true },
  'records.texts': { room: ROOM },
  'signedPaper.preview': RECORD,
  'signedPaper.approve': { ...RECORD, contentDigest: '0'.repeat(64), drawing: SOME_DRAWING },
  'signedPaper.issue': RECORD,
  'signedPaper.seal': { ...RECORD, contentDigest: '0'.repeat(64) },
  'sealCertificate.request': {},
  'sealCertificate.install': { pem: '-----BEGIN CERTIFICATE-----' },
  'signedPaper.signLate': { document: as<DocumentId>('7be1-001'), drawing: SOME_DRAWING },
  'document.issueSiteSheets': { paper: 'theory' },
  'sheet.handOut': PAPER,
  'correction.open': { ...PAPER, corrects: SOME_EVENT, why: '签到扫错准考证' },
  'photos.file': { session: as<CommandId>('photos-of-the-test'), files: [{ name: 'nobody.jpg', bytes: 'AAAA' }] },
  'photos.report': {},
  'paperScan.file': { bytes: 'AAAA', isOlderMeant: false },
  'paperScan.list': { room: null },
  'paperScan.read': { document: as<DocumentId>('none'), page: 1 },
  'candidates.photos': { candidates: [SOMEBODY] },
  'companionSeal.choose': { alg: 'SM2-SM3' },
  'sealedPaper.check': { bytes: 'AAAA' },
  'paperCode.check': { text: 'not one of ours' },
  'checkCode.give': { ...PAPER, milestone: 'theory:start' },
  'checkCode.note': { room: ROOM, number: 'A#57', code: 'K7M 2QX' },
  'checkCodes.read': {},
  'paper.delay': { ...ADJUSTING, startsAt: 1_668_818_700_000 },
  'paper.pause': { ...PAPER, why: '停电' },
  'paper.resume': { ...PAPER, extension: { ...UNAPPROVED, next: null, minutes: 18, cutoff: null } },
  'paper.extend': { ...ADJUSTING, seats: null, minutes: 10, cutoff: null, seen: null },
  'adjustment.setInSystem': { ...PAPER, target: SOME_EVENT, technician: null },
  'adjustment.withdraw': { ...ADJUSTING, target: SOME_EVENT, endsAt: null },
  'seating.choose': { ...PAPER, mode: 'stay', approval: UNAPPROVED.approval },
  'seating.carryOver': { ...PAPER, candidates: [SOMEBODY] },
  'eligibility.cancel': { ...PAPER, ...UNAPPROVED, candidate: SOMEBODY, violation: SOME_EVENT },
  'alarm.setSound': { duringExam: false },
  'announcements.preview': { fileName: '宣读指令.csv', bytes: 'AAAA' },
  'announcements.load': { texts: [{ kind: 'start', paper: null, text: '现在开始答题。' }] },
  'clock.set': { kind: 'accept-wall' },
  'clock.ratify': {},
  'lots.read': {},
  'lots.draw': { called: '7' },
  'lots.sheet': { draw: SOME_EVENT },
  'checks.read': { room: ROOM },
  'check.tick': { room: ROOM, item: 'desk-labels', count: null, note: null },
  'check.setAside': { room: ROOM, item: 'desk-labels' },
  'check.untick': { room: ROOM, item: 'desk-labels' },
  'checks.writeList': { list: 'white-list', lines: ['示例网站'] },
  'visit.note': { room: ROOM, role: 'inspector', name: '何巡视', about: null },
  'visit.end': { room: ROOM, visit: SOME_EVENT },
  'checks.sheet': { room: ROOM },
  'officialSheet.choose': { which: 'station' },
  'bigScreen.open': {},
  'day.open': { day: as<DayId>('0'.repeat(32)) },
  'day.unlock': { groups: SOME_GROUPS },
  'recovery.issueSheet': { replaces: null },
  'recovery.readSheet': { sheet: '0A1B2C' },
  'recovery.checkSheet': { groups: SOME_GROUPS },
  'staff.replacePin': { staff: NOBODY, pin: PIN, groups: SOME_GROUPS },
  'day.lock': { acceptsOpenPapers: false },
  'package.state': {},
  'package.make': {},
  'package.readFile': { package: '0A1B2C', from: 0 },
  'package.readCodes': { package: '0A1B2C' },
  'package.forget': { package: '0A1B2C' },
  'package.takeIn': { head: '', room: ROOM, envelope: '', groups: [...SOME_GROUPS].slice(4) },
  'approvalCode.answer': { room: ROOM, number: 7, kind: 'seat' },
  'approvalCode.read': { room: ROOM, number: 7 },
  'rehearsal.open': {},
  'backup.state': {},
  'backup.drives': {},
  'backup.choose': { place: '/nowhere/at/all' },
  'backup.run': {},
  'backup.find': { folder: '/nowhere/at/all' },
  'backup.restore': { folder: '/nowhere/at/all' },
  'backup.takeIn': { folder: '/nowhere/at/all' },
  'person.signIn': { staff: NOBODY, pin: PIN },
  'person.signOut': {},
  'person.coSign': {
    staff: NOBODY,
    pin: PIN,
    as: 'second',
    act: {
      method: 'clock.set',
      actor: null,
      second: NOBODY,
      occurredAt: null,
      reason: null,
      input: { kind: 'accept-wall' },
    },
  },
  'person.enterByName': { staff: NOBODY },
  'staff.resetPin': { staff: NOBODY, pin: PIN },
  'act.ratify': { target: SOME_EVENT },
  'seat.change': { ...PAPER, ...UNAPPROVED, candidate: SOMEBODY, from: as<SeatNo>(1), to: as<SeatNo>(41) },
  'rehearsal.setClock': { rate: 1, jumpTo: null },
};

/** A whole call of a method, as it comes over the wire. */
export function callOf(method: MethodName, changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const command = methods[method].kind === 'command' ? `formed-${crypto.randomUUID()}` : null;
  const call = {
    command,
    actor: NOBODY,
    proof: null,
    second: null,
    secondProof: null,
    approverProof: null,
    approvalCode: null,
    occurredAt: null,
    reason: null,
    input: FORMED[method],
    ...changes,
  };
  callSchema.parse({ ...call, ...(Object.keys(changes).length === 0 ? {} : { input: null }) });
  return call;
}
