import { err } from '../result.ts';
import type { DecideContext } from './commands.ts';
import { signsAs } from './decide-approve.ts';
import { paperIssued } from './decide-paper.ts';
import { accept, type Decision, refusal, refuse, refuseElsewhere } from './decision.ts';
import type { EventData, NewEvent } from './events.ts';
import { refuseUnready } from './paper-readiness.ts';
import { signerLines } from './paper-signers.ts';
import type { InstallCertificate, SealPaper, SignSealedPaper } from './seal-commands.ts';
import { isOfPaper } from './signed-papers.ts';
import type { ApprovalEntry, DayState, PaperSeal, RoomState, StaffInfo } from './state.ts';

type Seal = EventData<'PaperSealed'>;

/**
 * 封存 (SE1): everybody who has to has signed exactly this content, the file bears those signatures and no other, and the
 * paper was not sealed before (SE3). The paper's number and its seal are one act.
 */
export function decideSealPaper(state: DayState, command: SealPaper, context: DecideContext): Decision {
  const { issue, seal, certificate } = command;
  const elsewhere = refuseElsewhere(state, issue.room, context);
  if (elsewhere !== null) return err(elsewhere);
  const room = state.rooms[issue.room];
  if (room === undefined) return refuse('room-not-here', 'D6', { room: issue.room });
  const unready = refuseUnready(room, issue);
  if (unready !== null) return err(unready);
  const before = room.issued.find((issued) => issued.seals.length > 0 && isOfPaper(issued, issue));
  if (before !== undefined) return refuse('already-sealed', 'SE3', { at: before.at });
  const approvals = standingApprovals(room, issue, seal.contentDigest);
  const due = signerLines(state, issue, approvals).filter(({ isDue }) => isDue);
  const missing = due.filter(({ staff }) => !seal.signatures.some((signature) => signature.staff === staff));
  const isBorne = seal.signatures.every(({ staff }) => approvals.some(({ actor }) => actor === staff));
  if (due.length === 0 || missing.length > 0 || !isBorne) {
    return refuse('signatures-missing', 'SE1', { count: Math.max(missing.length, 1) });
  }
  return accept(
    ...certificateListed(state, certificate, context),
    paperIssued(room, issue, context),
    sealed(room, issue.paper, seal, context),
  );
}

/** 补签 (SE4): whoever a field of the sealed file waits for, once, in the revision that was last. */
export function decideSignSealedPaper(state: DayState, command: SignSealedPaper, context: DecideContext): Decision {
  const elsewhere = refuseElsewhere(state, command.room, context);
  if (elsewhere !== null) return err(elsewhere);
  const room = state.rooms[command.room];
  const issued = room?.issued.find(({ document }) => document === command.seal.document);
  const last = issued?.seals.at(-1);
  if (room === undefined || issued === undefined || last === undefined || issued.paper === null) {
    return refuse('document-not-sealed', 'SE4');
  }
  const refused = refuseLateSigner(state, last, context);
  if (refused !== null) return err(refused);
  const { kind, about, drawing, seal, certificate } = command;
  if (seal.previous !== last.sha256) return refuse('sealed-meanwhile', 'SE4');
  const signature = seal.signatures.find(({ staff }) => staff === context.actor);
  const isNext =
    signature !== undefined &&
    seal.signatures.length === last.signatures.length + 1 &&
    seal.contentDigest === last.contentDigest;
  if (!isNext) return refuse('sealed-meanwhile', 'SE4');
  const { contentDigest } = seal;
  const approved = { kind, contentDigest, as: signature.as, drawing };
  return accept(
    ...certificateListed(state, certificate, context),
    {
      type: 'PaperApproved',
      data: about === null ? approved : { ...approved, about },
      room: room.room,
      paper: issued.paper,
      occurredAt: context.nowMs,
    },
    sealed(room, issued.paper, seal, context),
  );
}

/** SE6: a certificate that another authority has issued for the station's key. */
export function decideInstallCertificate(
  state: DayState,
  { certificate }: InstallCertificate,
  context: DecideContext,
): Decision {
  if (context.binding === null) return refuse('station-not-bound', 'D6');
  const listed = certificateListed(state, certificate, context);
  return listed.length === 0 ? refuse('certificate-known', 'SE6') : accept(...listed);
}

/** SE4: why this person signs a sealed file no more, or never; null where a field waits for him. */
export function refuseLateSigner(state: DayState, last: PaperSeal, { actor }: Pick<DecideContext, 'actor'>) {
  const signed = last.signatures.find(({ staff }) => staff === actor);
  if (signed !== undefined) return refusal('already-approved', 'SE4', { at: signed.at });
  return fieldFor(state, last, actor) === null ? refusal('no-field-for-signer', 'SE4') : null;
}

/** The field that waits for this person: his own, or one of his capacity that is nobody's. */
export function fieldFor(state: DayState, { open }: Pick<Seal, 'open'>, actor: DecideContext['actor']) {
  const person = actor === null ? undefined : state.site.staff[actor];
  return person === undefined ? null : openFieldOf(open, person);
}

/** SE4 of one person: his own field before one that has no name and is of his capacity; null where none waits for him. */
export function openFieldOf<F extends Pick<Seal['open'][number], 'as' | 'staff'>>(
  open: readonly F[],
  { staff, role }: Pick<StaffInfo, 'staff' | 'role'>,
): F | null {
  const own = open.find((field) => field.staff === staff);
  return own ?? open.find((field) => field.staff === null && field.as === signsAs(role)) ?? null;
}

/** Signatures that stand under exactly this content of this paper, in merged order. */
export function standingApprovals(
  room: RoomState,
  ref: Parameters<typeof isOfPaper>[1],
  contentDigest: string,
): readonly ApprovalEntry[] {
  return room.approvals.filter(
    (one) => !one.isUndone && isOfPaper(one, ref) && one.contentDigest === contentDigest && one.actor !== null,
  );
}

/** SE2: a certificate is listed once, by the station that seals with it. */
export function certificateListed(
  { site }: Pick<DayState, 'site'>,
  certificate: EventData<'SealCertificateListed'>,
  { nowMs }: Pick<DecideContext, 'nowMs'>,
): readonly NewEvent<'SealCertificateListed'>[] {
  return site.sealCertificates[certificate.fingerprint] === undefined
    ? [{ type: 'SealCertificateListed', data: certificate, room: null, paper: null, occurredAt: nowMs }]
    : [];
}

function sealed(
  room: RoomState,
  paper: NewEvent['paper'],
  data: Seal,
  { nowMs }: Pick<DecideContext, 'nowMs'>,
): NewEvent<'PaperSealed'> {
  return { type: 'PaperSealed', data, room: room.room, paper, occurredAt: nowMs };
}
