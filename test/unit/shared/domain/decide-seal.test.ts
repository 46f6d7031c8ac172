import { describe, expect, it } from 'vitest';
import type { Command } from '../../../../shared/domain/commands.ts';
import { signerLines } from '../../../../shared/domain/paper-signers.ts';
import { as, type DocumentId, type StaffId } from '../../../../shared/ids.ts';
import {
  admit,
  approve,
  collect,
  DIGEST,
  enlistTechnician,
  refTo,
  roomOf,
  TECHNICIAN,
  undo,
  violate,
} from '../../../support/paper-acts.ts';
import { createStaffedRoom, enlist, NEWCOMER, replace, TRAINED } from '../../../support/staff-acts.ts';
import {
  at,
  BOX,
  CHIEF,
  createReadyRoom,
  INVIGILATOR_1,
  INVIGILATOR_2,
  must,
  ROOM,
  type SimStation,
} from '../../../support/sim-station.ts';

type Seal = Extract<Command, { type: 'sealPaper' }>;
type LateSign = Extract<Command, { type: 'signSealedPaper' }>;

const REF = { kind: 'room-record', room: ROOM, paper: 'theory', about: null } as const;
const DOCUMENT = as<DocumentId>('document-1');
const DEPUTY = as<StaffId>('staff-deputy');
const CERTIFICATE = {
  alg: 'ECDSA-P256-SHA256',
  fingerprint: 'f'.repeat(64),
  certificate: 'AAAA',
  issuers: ['AAAA'],
  notBefore: 0,
  notAfter: 1,
} as const;

const signature = (staff: StaffId, place: number, as: 'invigilator' | 'chief' | 'technician' = 'invigilator') =>
  ({ field: `Sig${place}`, staff, as, at: at('10:05'), by: 'pin' }) as const;
const TWO = [signature(INVIGILATOR_1, 1), signature(INVIGILATOR_2, 2)];

function sealOf(overrides: Partial<Seal['seal']> = {}): Seal {
  const issue = { ...REF, document: DOCUMENT, pages: 1, viewDigest: DIGEST, heads: [] };
  return { type: 'sealPaper', issue, certificate: { ...CERTIFICATE, issuers: ['AAAA'] }, seal: sealed(overrides) };
}

function sealed(overrides: Partial<Seal['seal']> = {}): Seal['seal'] {
  return {
    document: DOCUMENT,
    revision: 1,
    alg: 'ECDSA-P256-SHA256',
    sha256: '1'.repeat(64),
    previous: null,
    fingerprint: CERTIFICATE.fingerprint,
    contentDigest: DIGEST,
    signatures: TWO,
    open: [
      { field: 'Sig3', as: 'technician', staff: null },
      { field: 'Sig4', as: 'chief', staff: CHIEF },
    ],
    companion: null,
    ...overrides,
  };
}

function signLate(overrides: Partial<Seal['seal']> = {}): LateSign {
  const later = { revision: 2, sha256: '2'.repeat(64), previous: '1'.repeat(64), open: [] };
  const signatures = [...TWO, signature(CHIEF, 4, 'chief')];
  return {
    type: 'signSealedPaper',
    ...REF,
    drawing: BOX,
    certificate: { ...CERTIFICATE, issuers: ['AAAA'] },
    seal: sealed({ ...later, signatures, ...overrides }),
  };
}

function collectedRoom(...signers: readonly StaffId[]): SimStation {
  const station = createReadyRoom(2);
  enlistTechnician(station);
  must(
    station.act(
      { type: 'enlistStaff', staff: DEPUTY, role: 'deputy', room: null, person: BOX, pin: BOX },
      at('07:10'),
      {
        actor: CHIEF,
      },
    ),
  );
  admit(station, 1, 2);
  must(station.act(collect(), at('10:00')));
  for (const actor of signers) must(station.act(approve(), at('10:05'), { actor }));
  return station;
}

describe('封存', () => {
  it('[SE1] takes a file that bears everybody who has to, and nobody who has not signed this', () => {
    const one = collectedRoom(INVIGILATOR_1);
    const missing = { error: { code: 'signatures-missing', rule: 'SE1' } };
    expect(one.act(sealOf({ signatures: TWO.slice(0, 1) }), at('10:10'))).toMatchObject(missing);
    expect(one.act(sealOf(), at('10:10'))).toMatchObject(missing);
    const both = collectedRoom(INVIGILATOR_1, INVIGILATOR_2);
    expect(both.act(sealOf({ contentDigest: '0'.repeat(64) }), at('10:10'))).toMatchObject(missing);
    const events = must(both.act(sealOf(), at('10:10')));
    expect(events.map(({ type }) => type)).toEqual(['SealCertificateListed', 'PaperIssued', 'PaperSealed']);
    expect(roomOf(both).issued).toMatchObject([{ document: DOCUMENT, about: null, seals: [{ revision: 1 }] }]);
  });

  it('[SE2] lists a certificate with its first seal only', () => {
    const station = collectedRoom(INVIGILATOR_1, INVIGILATOR_2);
    must(station.act(sealOf(), at('10:10')));
    const late = must(station.act(signLate(), at('10:20'), { actor: CHIEF }));
    expect(late.map(({ type }) => type)).toEqual(['PaperApproved', 'PaperSealed']);
    expect(Object.keys(station.state.site.sealCertificates)).toEqual([CERTIFICATE.fingerprint]);
  });

  it('[SE3] is done once; nobody signs its content anew', () => {
    const station = collectedRoom(INVIGILATOR_1, INVIGILATOR_2);
    must(station.act(sealOf(), at('10:10')));
    const refused = { error: { code: 'already-sealed', rule: 'SE3', figures: { at: at('10:10') } } };
    expect(station.act(sealOf(), at('10:11'))).toMatchObject(refused);
    expect(station.act(approve('0'.repeat(64)), at('10:11'))).toMatchObject(refused);
  });

  it('[SE4] is signed late by whom a field waits for, in the last revision, once', () => {
    const station = collectedRoom(INVIGILATOR_1, INVIGILATOR_2);
    const code = (actor: StaffId, command = signLate()) => {
      const answer = station.act(command, at('10:20'), { actor });
      return answer.ok ? 'ok' : answer.error.code;
    };
    expect(code(CHIEF)).toBe('document-not-sealed');
    must(station.act(sealOf(), at('10:10')));
    expect(code(DEPUTY)).toBe('no-field-for-signer');
    expect(code(INVIGILATOR_1)).toBe('already-approved');
    expect(code(CHIEF, signLate({ previous: '0'.repeat(64) }))).toBe('sealed-meanwhile');
    expect(code(CHIEF, signLate({ signatures: TWO }))).toBe('sealed-meanwhile');
    expect(code(CHIEF, signLate({ contentDigest: '0'.repeat(64) }))).toBe('sealed-meanwhile');
    expect(code(CHIEF)).toBe('ok');
    expect(code(CHIEF)).toBe('already-approved');
    expect(roomOf(station).issued[0]?.seals.map(({ revision }) => revision)).toEqual([1, 2]);
  });

  it('[SE4] a line without a name takes whoever has the capacity', () => {
    const station = collectedRoom(INVIGILATOR_1, INVIGILATOR_2);
    must(station.act(sealOf(), at('10:10')));
    const signatures = [...TWO, signature(TECHNICIAN, 3, 'technician')];
    must(station.act(signLate({ signatures }), at('10:20'), { actor: TECHNICIAN }));
    expect(roomOf(station).approvals.at(-1)).toMatchObject({ actor: TECHNICIAN, role: 'technician' });
  });

  it('[SE5] a paper about a violation that was taken back is signed by nobody', () => {
    const station = createReadyRoom(2);
    admit(station, 1);
    const [violation] = must(station.act(violate(1), at('09:00'), { second: INVIGILATOR_2 }));
    const notice = { ...approve(), kind: 'violation-notice', about: refTo(violation) } as const;
    expect(station.act({ ...notice, about: { ...notice.about, seq: 9999 } }, at('09:05'))).toMatchObject({
      error: { code: 'paper-subject-gone', rule: 'SE5' },
    });
    must(station.act(undo(violation), at('09:00'), { undoAgeMs: 1000 }));
    expect(station.act(notice, at('09:05'))).toMatchObject({ error: { code: 'paper-subject-gone' } });
  });
});

describe('the lines of a paper', () => {
  it('[SE1] are two invigilators at least, a technician on the record only, and the chief, or who signed for him', () => {
    const station = collectedRoom();
    const lines = (ref: Parameters<typeof signerLines>[1], signed: Parameters<typeof signerLines>[2] = []) =>
      signerLines(station.state, ref, signed).map(({ role, staff, isDue }) => [role, staff, isDue]);
    expect(lines(REF)).toEqual([
      ['invigilator', INVIGILATOR_1, true],
      ['invigilator', INVIGILATOR_2, true],
      ['technician', TECHNICIAN, false],
      ['chief', CHIEF, false],
    ]);
    expect(lines(REF, [{ actor: DEPUTY, role: 'chief' }]).at(-1)).toEqual(['chief', DEPUTY, false]);
    expect(lines({ ...REF, kind: 'incident-report' }).map(([role]) => role)).toEqual([
      'invigilator',
      'invigilator',
      'chief',
    ]);
  });

  it('[SE1] of a violation are due from who recorded it, and a second line waits where one did alone', () => {
    const station = createReadyRoom(2);
    admit(station, 1);
    const [violation] = must(station.act(violate(1), at('09:00'), { second: INVIGILATOR_2 }));
    const about = refTo(violation);
    const due = signerLines(station.state, { ...REF, kind: 'violation-notice', about }, []);
    expect(due.filter(({ isDue }) => isDue).map(({ staff }) => staff)).toEqual([INVIGILATOR_1, INVIGILATOR_2]);
  });

  it('[SE1] [ST5] wait for nobody who left; where all have, whoever is there by now signs', () => {
    const station = createStaffedRoom(2);
    admit(station, 1);
    const third = as<StaffId>('staff-third');
    must(station.act(enlist({ staff: third, described: TRAINED }), at('07:10'), { actor: CHIEF }));
    const [violation] = must(station.act(violate(1), at('09:00'), { second: INVIGILATOR_2 }));
    const lines = (ref: Parameters<typeof signerLines>[1]) =>
      signerLines(station.state, ref, []).flatMap(({ role, staff, isDue }) =>
        role === 'invigilator' ? [[staff, isDue]] : [],
      );
    const notice = { ...REF, kind: 'violation-notice', about: refTo(violation) } as const;
    must(station.act(replace(), at('09:05'), { actor: INVIGILATOR_2 }));
    const [left, stays] = [
      [INVIGILATOR_1, false],
      [INVIGILATOR_2, true],
    ];
    expect(lines(notice)).toEqual([left, stays]);
    expect(lines(REF)).toEqual([left, stays, [NEWCOMER, true]]);

    must(station.act(replace({ leaves: INVIGILATOR_2, comes: third }), at('09:10'), { actor: NEWCOMER }));
    expect(lines(notice)).toEqual([left, [INVIGILATOR_2, false], [NEWCOMER, true], [third, true]]);
  });
});
