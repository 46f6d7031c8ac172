import { expect, it } from 'vitest';
import type { ContractErrorCode } from '../../shared/contract/call.ts';
import type { CallOptions } from '../../shared/contract/client.ts';
import { type MethodInput, type MethodName, methods } from '../../shared/contract/methods.ts';
import { as, type RoomNo, type StaffId } from '../../shared/ids.ts';
import type { EnactedDay } from '../support/day-scenario.ts';
import { COMMANDS, FORMED, METHOD_NAMES, NOBODY } from './formed.ts';
import type { Answered, Scene } from './scene.ts';

/** What a room's day is done with; every refusal that these declare is met somewhere in the suite. */
const DAY_METHODS = [
  'absence.record',
  'submission.record',
  'leave.record',
  'violation.record',
  'note.take',
  'examSystem.register',
  'paper.collect',
  'records.texts',
  'signedPaper.preview',
  'signedPaper.approve',
  'signedPaper.issue',
  'signedPaper.seal',
  'signedPaper.signLate',
  'sealCertificate.request',
  'sealCertificate.install',
  'document.issueSiteSheets',
  'sheet.handOut',
  'correction.open',
  'photos.file',
  'photos.report',
  'paperScan.file',
  'paperScan.list',
  'paperScan.read',
  'companionSeal.choose',
  'sealedPaper.check',
  'paperCode.check',
  'candidates.photos',
  'checkCode.give',
  'checkCode.note',
  'checkCodes.read',
  'paper.delay',
  'paper.pause',
  'paper.resume',
  'paper.extend',
  'adjustment.setInSystem',
  'adjustment.withdraw',
  'seating.choose',
  'seating.carryOver',
  'eligibility.cancel',
  'alarm.setSound',
  'announcements.preview',
  'announcements.load',
  'clock.set',
  'clock.ratify',
  'backup.state',
  'backup.drives',
  'backup.choose',
  'backup.run',
  'backup.find',
  'backup.restore',
  'backup.takeIn',
  'day.open',
  'day.unlock',
  'recovery.issueSheet',
  'recovery.readSheet',
  'recovery.checkSheet',
  'staff.replacePin',
  'staff.details',
  'staff.describe',
  'staff.previewList',
  'staff.import',
  'staff.initialPins',
  'staff.post',
  'staff.remove',
  'staff.arrive',
  'staff.replace',
  'contacts.listPhones',
  'contacts.read',
  'day.lock',
  'package.state',
  'package.make',
  'package.readFile',
  'package.readCodes',
  'package.forget',
  'package.takeIn',
  'approvalCode.answer',
  'approvalCode.read',
  'lots.read',
  'lots.draw',
  'lots.sheet',
  'checks.read',
  'check.tick',
  'check.setAside',
  'check.untick',
  'checks.writeList',
  'visit.note',
  'visit.end',
  'checks.sheet',
  'officialSheet.choose',
  'person.signIn',
  'person.signOut',
  'person.coSign',
  'person.enterByName',
  'staff.resetPin',
  'act.ratify',
  'seat.change',
  'bigScreen.open',
  'rehearsal.open',
  'rehearsal.setClock',
] as const satisfies readonly MethodName[];

const declares = (method: MethodName, code: ContractErrorCode): boolean => methods[method].errors.includes(code);
const methodsThatDeclare = (code: ContractErrorCode) => METHOD_NAMES.filter((method) => declares(method, code));

/** Declared, and yet not to be met through the door. */
const OUT_OF_REACH: readonly string[] = [
  // Inspectors may read, and there is no role below theirs.
  ...DAY_METHODS.filter((method) => methods[method].kind === 'query').map((method) => `${method}: role-not-allowed`),
  // Who waits for a room may read, and give himself another PIN.
  ...DAY_METHODS.filter((method) => methods[method].kind === 'query').map((method) => `${method}: actor-unassigned`),
  'staff.resetPin: actor-unassigned',
  'absence.record: nobody-named', // an empty list has not the form of an input
  'photos.file: roster-empty', // a station is bound by a roster that has people
  'backup.restore: copy-not-read', // a stick that fails while it is read, as the tests of copies have it
  'backup.takeIn: copy-not-read',
  'backup.restore: copy-of-another-day', // the newest copy became another one meanwhile
  'package.make: roster-empty', // as above: an office without people is none
  'sealedPaper.check: pdf-unreadable', // as a file does that brings its program down
  'paperCode.check: picture-reader-failed',
  'paperScan.file: picture-reader-failed', // a picture that brings its program down
  'paperScan.file: paper-of-other-day', // and of another station: as the tests of scans have them
  'paperScan.file: paper-of-other-station',
  'signedPaper.signLate: room-not-here', // only a room's own people are on the list where its papers lie
  'paperScan.file: room-not-here',
  'sealCertificate.request: sealing-failed',
  'sealCertificate.install: sealing-failed',
  'signedPaper.seal: sealing-failed', // a key that the store has spoilt, as the tests of the seal have it
  'signedPaper.signLate: sealing-failed',
  // A file that somebody took away or put in place of another, as the tests of the seal have it.
  ...methodsThatDeclare('sealed-file-missing').map((method) => `${method}: sealed-file-missing`),
  'signedPaper.signLate: sealed-meanwhile', // papers are drawn and sealed one after the other
  'photos.file: candidate-unknown', // pictures are matched with the list that decides
];

/** The same for every room of the site; null where the method knows no such thing. */
function ofAllRooms(method: MethodName): MethodInput<MethodName> | null {
  const parsed = methods[method].input.safeParse({ ...FORMED[method], room: null });
  return parsed.success ? parsed.data : null;
}

/** Who is asked for as the second person, and for when: the same rules for all that may be entered late (补录). */
export function describeBackfill(scene: () => Scene, day: () => EnactedDay): void {
  const cases: readonly (readonly [ContractErrorCode, (day: EnactedDay, nowMs: number) => CallOptions])[] = [
    ['occurred-in-future', (_, nowMs) => ({ occurredAt: nowMs + 1 })],
    ['reason-missing', ({ second }, nowMs) => ({ occurredAt: nowMs - 1, second })],
    ['second-person-missing', (_, nowMs) => ({ occurredAt: nowMs - 1, reason: '漏记' })],
    ['second-person-same', ({ chief }, nowMs) => ({ occurredAt: nowMs - 1, reason: '漏记', second: chief })],
    ['second-person-not-in-room', (_, nowMs) => ({ occurredAt: nowMs - 1, reason: '漏记', second: NOBODY })],
    [
      'second-not-confirmed',
      ({ first }, nowMs) => ({ occurredAt: nowMs - 1, reason: '漏记', second: first, secondProof: null }),
    ],
  ];
  it.each(methodsThatDeclare('occurred-in-future'))(
    '[D2] %s entered late needs a reason and a second',
    async (method) => {
      for (const [code, options] of cases) {
        const given = options(day(), scene().ports.clock.wall());
        const answer = await scene().client.invoke(method, FORMED[method], { actor: day().chief, ...given });
        expect(answer, code).toMatchObject({ ok: false, error: { code } });
      }
    },
  );
}

/**
 * Every act that carries an approval refuses one that nobody gave, alike. In a room begun with a package, its paper
 * paused; `given` = what is asked where the formed input is refused before the approval is looked at.
 */
export async function refuseUngiven(
  scene: Scene,
  who: { readonly approver: StaffId; readonly actor: StaffId; readonly usedNumber: number },
  given: Partial<Record<MethodName, unknown>>,
): Promise<void> {
  const { approver, actor, usedNumber: number } = who;
  const cases: readonly (readonly [ContractErrorCode, unknown, CallOptions])[] = [
    ['approver-not-chief', { approver: NOBODY, how: 'present' }, {}],
    ['approver-not-confirmed', { approver, how: 'present' }, { approverProof: null }],
    ['approval-code-wrong', { approver, how: 'code', number: number + 1 }, {}],
    ['approval-code-used', { approver, how: 'code', number }, {}],
  ];
  const carrying = METHOD_NAMES.filter((one) => 'approval' in FORMED[one] || 'extension' in FORMED[one]);
  for (const method of carrying) {
    expect(methods[method].errors, method).toEqual(expect.arrayContaining(cases.map(([code]) => code)));
    const input = { ...FORMED[method], ...(given[method] as object | undefined) };
    for (const [code, approval, options] of cases) {
      const approved =
        'extension' in input
          ? { ...input, extension: { ...(input.extension as object), approval } }
          : { ...input, approval };
      const answer = await scene.client.invoke(method, approved as never, { actor, ...options }); // of its own method, its approval changed
      expect(answer, `${method} → ${code}`).toMatchObject({ ok: false, error: { code } });
    }
  }
}

/** A role that may not, and a room that is not this station's. */
export function describePlace(scene: () => Scene, who: () => { readonly chief: StaffId; readonly inspector: StaffId }) {
  // Who may import is asked for when the file is looked at; what is the office's alone is refused here to everybody.
  // Whoever holds the sheet opens the day, and before a day is brought back nobody has a role.
  const elsewhere: readonly MethodName[] = [
    'day.open',
    'day.unlock',
    'day.make',
    'backup.restore',
    'package.takeIn',
    'roster.commit',
    'document.issueSiteSheets',
    // His own PIN is his own matter, and whoever holds the sheet needs none.
    'staff.resetPin',
    'staff.replacePin',
    'person.enterByName',
  ];
  it.each(COMMANDS.filter((method) => !elsewhere.includes(method)))(
    '[D1] %s is no matter of an inspector',
    async (method) => {
      const answer = await scene().client.invoke(method, FORMED[method], { actor: who().inspector });
      expect(answer).toMatchObject({ ok: false, error: { code: 'role-not-allowed' } });
    },
  );

  const ofARoom = methodsThatDeclare('room-not-here').filter(
    (method) => 'room' in FORMED[method] && (!declares(method, 'office-only') || ofAllRooms(method) !== null),
  );
  it.each(ofARoom)('[D6] %s is refused for another room', async (method) => {
    const input = { ...FORMED[method], room: as<RoomNo>('002') } as MethodInput<typeof method>; // the same with its room changed
    const answer = await scene().client.invoke(method, input, { actor: who().chief });
    expect(answer).toMatchObject({ ok: false, error: { code: 'room-not-here' } });
  });

  it.each(methodsThatDeclare('office-only'))('[D19] %s is refused in a room', async (method) => {
    const input = ofAllRooms(method) ?? FORMED[method];
    const answer = await scene().client.invoke(method, input, { actor: who().chief });
    expect(answer).toMatchObject({ ok: false, error: { code: 'office-only' } });
  });
}

/** Before a roster says what a station is, nothing of a room can be done at it. */
export function describeUnbound(scene: () => Scene, chief: () => StaffId): void {
  // An inspector belongs to no room: he can be enlisted before there is one. And there is nothing yet to be undone.
  const placeless: readonly MethodName[] = ['staff.enlist', 'act.undo'];
  const bound = methodsThatDeclare('station-not-bound').filter((method) => !placeless.includes(method));
  it.each(bound)('[D6] %s needs a station that is bound', async (method) => {
    const answer = await scene().client.invoke(method, FORMED[method], { actor: chief() });
    expect(answer).toMatchObject({ ok: false, error: { code: 'station-not-bound' } });
  });
}

/** Refusals that a day's method declares and the suite has not met. */
export function unmetRefusals(answered: Answered): readonly string[] {
  return DAY_METHODS.flatMap((method) =>
    methods[method].errors
      .filter((code) => answered.get(method)?.has(code) !== true)
      .map((code) => `${method}: ${code}`),
  ).filter((one) => !OUT_OF_REACH.includes(one));
}
