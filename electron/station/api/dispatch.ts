import type { z } from 'zod';
import { canonicalText } from '../../../shared/canonical.ts';
import { type Answer, callSchema } from '../../../shared/contract/call.ts';
import { type MethodName, methods } from '../../../shared/contract/methods.ts';
import type { StoredEvent } from '../../../shared/contract/views.ts';
import {
  collectPaper,
  handOutSheet,
  recordAbsence,
  recordLeave,
  recordSubmission,
  recordViolation,
  registerInExamSystem,
  takeNote,
} from './acts.ts';
import {
  cancelEligibility,
  carryOver,
  chooseSeating,
  delayPaper,
  extendPaper,
  loadAnnouncements,
  pausePaper,
  resumePaper,
  setAlarmSound,
  setInSystem,
  withdrawAdjustment,
} from './course.ts';
import { openCorrection } from './corrections.ts';
import { ratifyClock, setClock } from './set-clock.ts';
import { answerApproval } from './approval-codes.ts';
import { giveCheckCode, noteCheckCode } from './check-codes.ts';
import { describeSurprise } from './describe-surprise.ts';
import {
  chooseOfficialSheet,
  endVisit,
  noteVisit,
  setCheckAside,
  tickCheck,
  untickCheck,
  writeSiteList,
} from './checks.ts';
import { checkIn, confirmMilestone, giveSignal, refuseEntry, undoAct } from './entry.ts';
import { enlistStaff } from './enlist-staff.ts';
import { type CommandHandler, fail, type QueryHandler, receiptOf, type Request } from './handler.ts';
import { importRoster } from './import-roster.ts';
import { importStaff } from './import-staff.ts';
import { removeStaff } from './remove-staff.ts';
import { describeStaff, listDutyPhones } from './staff-details.ts';
import { postStaff, replaceStaff, takeUpPost } from './staff-posts.ts';
import { issueSignInSheet } from './issue-sign-in-sheet.ts';
import { issueSiteSheets } from './issue-site-sheets.ts';
import { drawLotsNow } from './lots.ts';
import { lockCurrentDay } from './lock-day.ts';
import { openOtherDay } from './open-other-day.ts';
import { makeDay } from './make-day.ts';
import { makePackage } from './make-package.ts';
import { replacePin } from './replace-pin.ts';
import { checkRecoverySheet, issueRecoverySheet } from './recovery-sheet.ts';
import { chooseCompanionSeal } from './check-paper.ts';
import { filePaperScan } from './paper-scans.ts';
import { filePhotos } from './photos.ts';
import { changeSeat, enterByName, ratifyAct, resetPin } from './persons.ts';
import { queryHandlers } from './queries.ts';
import { unlockDay } from './unlock-day.ts';
import { installCertificate } from './seal-certificate.ts';
import { createInTurn } from '../in-turn.ts';
import { approvePaper } from '../papers/approve-paper.ts';
import { issueSignedPaper } from '../papers/issue-signed-paper.ts';
import { sealPaper } from '../papers/seal-paper.ts';
import { signSealedPaper } from '../papers/sign-sealed-paper.ts';
import { restoreCopy } from './restore-copy.ts';
import { takeInCopy } from './take-in-copy.ts';
import { takeInPackage } from './take-in-package.ts';
import { actHashOf } from './act-hash.ts';
import { identifyActor } from './identify-actor.ts';
import { findAnswered, runCommand } from './run-command.ts';
import type { StationContext } from './station-context.ts';

type QueryName = keyof typeof queryHandlers;
/** Those that are no act within the open day: they make, open, bring or complete one. */
type WholeName = 'day.make' | 'day.open' | 'day.unlock' | 'backup.restore' | 'backup.takeIn' | 'package.takeIn';

const commandHandlers = {
  'roster.commit': importRoster,
  'staff.enlist': enlistStaff,
  'signal.give': giveSignal,
  'milestone.confirm': confirmMilestone,
  'checkIn.confirm': checkIn,
  'entry.refuse': refuseEntry,
  'act.undo': undoAct,
  'absence.record': recordAbsence,
  'submission.record': recordSubmission,
  'leave.record': recordLeave,
  'violation.record': recordViolation,
  'note.take': takeNote,
  'examSystem.register': registerInExamSystem,
  'paper.collect': collectPaper,
  'sheet.handOut': handOutSheet,
  'correction.open': openCorrection,
  'signedPaper.approve': approvePaper,
  'signedPaper.issue': issueSignedPaper,
  'signedPaper.seal': sealPaper,
  'signedPaper.signLate': signSealedPaper,
  'sealCertificate.install': installCertificate,
  'document.issueSignInSheet': issueSignInSheet,
  'document.issueSiteSheets': issueSiteSheets,
  'photos.file': filePhotos,
  'paperScan.file': filePaperScan,
  'checkCode.give': giveCheckCode,
  'checkCode.note': noteCheckCode,
  'paper.delay': delayPaper,
  'paper.pause': pausePaper,
  'paper.resume': resumePaper,
  'paper.extend': extendPaper,
  'adjustment.setInSystem': setInSystem,
  'adjustment.withdraw': withdrawAdjustment,
  'seating.choose': chooseSeating,
  'seating.carryOver': carryOver,
  'eligibility.cancel': cancelEligibility,
  'alarm.setSound': setAlarmSound,
  'companionSeal.choose': chooseCompanionSeal,
  'announcements.load': loadAnnouncements,
  'clock.set': setClock,
  'clock.ratify': ratifyClock,
  'recovery.issueSheet': issueRecoverySheet,
  'recovery.checkSheet': checkRecoverySheet,
  'staff.replacePin': replacePin,
  'day.lock': lockCurrentDay,
  'lots.draw': drawLotsNow,
  'check.tick': tickCheck,
  'check.setAside': setCheckAside,
  'check.untick': untickCheck,
  'checks.writeList': writeSiteList,
  'visit.note': noteVisit,
  'visit.end': endVisit,
  'officialSheet.choose': chooseOfficialSheet,
  'package.make': makePackage,
  'approvalCode.answer': answerApproval,
  'staff.describe': describeStaff,
  'staff.import': importStaff,
  'staff.post': postStaff,
  'staff.remove': removeStaff,
  'staff.arrive': takeUpPost,
  'staff.replace': replaceStaff,
  'contacts.listPhones': listDutyPhones,
  'person.enterByName': enterByName,
  'staff.resetPin': resetPin,
  'act.ratify': ratifyAct,
  'seat.change': changeSeat,
} satisfies { [M in Exclude<MethodName, QueryName | WholeName>]: CommandHandler<M> };

/** The station's one door: parse → authorise → run → encode → log. */
export class Dispatcher {
  readonly #context: StationContext;
  readonly #publish: (events: readonly StoredEvent[]) => void;
  /** Commands on their way, by id: a double click waits for the first one's answer. */
  readonly #running = new Map<string, Promise<Answer<unknown>>>();
  /** Papers are numbered one after the other, days made one after the other. */
  readonly #inTurn = createInTurn();

  constructor(context: StationContext, publish: (events: readonly StoredEvent[]) => void) {
    this.#context = context;
    this.#publish = publish;
  }

  /** Never rejects; `rawCall` is untrusted. */
  async dispatch(method: string, rawCall: unknown): Promise<Answer<unknown>> {
    const clock = this.#context.clock.read();
    const elapsedMs = this.#context.clock.elapsed();
    const answer = await this.#guarded(method, rawCall, { clock, elapsedMs });
    const took = Math.round(this.#context.clock.elapsed() - elapsedMs);
    this.#context.ports.logger.log(answer.ok ? 'info' : 'warn', 'call', {
      method: Object.hasOwn(methods, method) ? method : '?',
      answer: answer.ok ? 'ok' : answer.error.code,
      ms: took,
    });
    return answer;
  }

  async #guarded(method: string, rawCall: unknown, arrived: Pick<Request<MethodName>, 'clock' | 'elapsedMs'>) {
    try {
      return await this.#route(method, rawCall, arrived);
    } catch (thrown) {
      this.#context.ports.logger.log('error', 'surprise', { method, message: describeSurprise(thrown) });
      return fail('internal');
    }
  }

  async #route(
    name: string,
    rawCall: unknown,
    arrived: Pick<Request<MethodName>, 'clock' | 'elapsedMs'>,
  ): Promise<Answer<unknown>> {
    if (!Object.hasOwn(methods, name)) return fail('unknown-method');
    const method = name as MethodName; // it is one of the table's own keys
    const call = callSchema.safeParse(rawCall);
    if (!call.success) return badInput(call.error);
    const input = methods[method].input.safeParse(call.data.input);
    if (!input.success) return badInput(input.error);
    if (methods[method].kind === 'command') {
      if (call.data.command === null) return fail('command-id-missing');
      // What has no canonical bytes (half a character) cannot be recorded, sealed or not.
      const text = canonicalText(call.data);
      if (!text.ok) return fail('bad-input', '', { field: text.error.path, problem: text.error.code });
    }
    const known = identifyActor(this.#context, { method, call: call.data, input: input.data }, arrived);
    if (!known.ok) return known;

    const request = { input: input.data, ...known.value, ...arrived };
    const answer = await this.#run(method, request as never); // input was parsed by this very method's schema
    if (!answer.ok) return answer;
    return { ok: true, value: methods[method].output.parse(answer.value) };
  }

  async #run(method: MethodName, request: Request<never>): Promise<Answer<unknown>> {
    if (isQuery(method)) {
      const query = queryHandlers[method] as QueryHandler<never>; // paired with its request by the table's key
      return query(this.#context, request);
    }
    const id = request.call.command ?? '';
    // Again after each: of several that waited, the first to wake is the next one's to wait for.
    for (let running = this.#running.get(id); running !== undefined; running = this.#running.get(id)) await running;
    const carried = this.#command(method, request);
    this.#running.set(id, carried);
    try {
      return await carried;
    } finally {
      if (this.#running.get(id) === carried) this.#running.delete(id);
    }
  }

  #command(method: Exclude<MethodName, QueryName>, request: Request<never>): Promise<Answer<unknown>> {
    if (method === 'day.make') return this.#inTurn(() => this.#makeDay(request));
    if (method === 'day.open') return this.#inTurn(() => openOtherDay(this.#context, request));
    if (method === 'backup.restore') return this.#inTurn(() => restoreCopy(this.#context, request));
    if (method === 'backup.takeIn') return this.#inTurn(() => takeInCopy(this.#context, request, this.#publish));
    if (method === 'package.takeIn') return this.#inTurn(() => takeInPackage(this.#context, request, this.#publish));
    if (method === 'day.unlock') return this.#inTurn(() => unlockDay(this.#context, request, this.#publish));
    const handler = commandHandlers[method] as CommandHandler<never>; // as above
    const run = () => runCommand(this.#context, method as never, request, handler, this.#publish);
    // Photos too: the second file for one person is told by what the batch before it has filed.
    // Sheets too: while one is made, no other may take its place.
    const waits = DRAWN.some((name) => method.startsWith(name)) || method === 'photos.file';
    return waits || method === 'day.lock' || method === 'package.make' ? this.#inTurn(run) : run();
  }

  async #makeDay(request: Request<'day.make'>): Promise<Answer<unknown>> {
    const { day } = this.#context;
    const answered =
      day === null
        ? null
        : findAnswered(this.#context, day, 'day.make', request, { answer: (events) => receiptOf(events) });
    if (answered !== null) return answered;
    const made = await makeDay(this.#context, request, (open) =>
      actHashOf(open, 'day.make', request.input, request.call),
    );
    if (made.ok) this.#publish(this.#context.day?.journal.readSince(0, made.value.arrival) ?? []);
    return made;
  }
}

/** What draws or seals papers: one after the other. */
const DRAWN = ['document.', 'signedPaper.', 'sealCertificate.', 'recovery.'];

function isQuery(method: MethodName): method is QueryName {
  return Object.hasOwn(queryHandlers, method);
}

/** Names the field, never its content. */
function badInput(error: z.ZodError): Answer<never> {
  const issue = error.issues[0];
  return fail('bad-input', '', { field: issue?.path.join('.') ?? '', problem: issue?.code ?? '' });
}
