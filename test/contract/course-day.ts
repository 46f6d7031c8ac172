import { expect } from 'vitest';
import type { MethodInput } from '../../shared/contract/methods.ts';
import type { CandidateCard } from '../../shared/contract/views.ts';
import type { EventRef } from '../../shared/domain/schema-parts.ts';
import { as, type CommandId, type SeatNo } from '../../shared/ids.ts';
import { checkInOf, type EnactedDay, enactRoom, importCsv, ROOM } from '../support/day-scenario.ts';
import { collection, PAPER } from '../support/whole-day.ts';
import { FORMED, SOME_EVENT, SOMEBODY } from './formed.ts';
import type { Scene } from './scene.ts';
import { asking } from './asking.ts';

const HEAD = '准考证号,姓名,证件号码,级别,考场编号,座位号,科目';
const ROWS = [
  '221137010030107,王芳,210199200407065483,高级,001,1,理论、实操',
  '221137010030207,李明,210199200610033866,高级,001,2,理论、实操',
  '221137010030307,王芳丽,440199200211095990,高级,001,3,理论、实操',
  '221137010030407,赵强,210199200308087978,高级,001,4,理论',
  '221137010030507,孙丽,210199200510109085,高级,001,5,理论、实操',
] as const;
const GONE_LATER = ROWS[4];

const csvOf = (...rows: readonly string[]): string => [HEAD, ...rows].join('\r\n');
const at = (time: string): number => Date.parse(`2022-11-19T${time}:00+08:00`);
const PRACTICAL = { room: ROOM, paper: 'practical' } as const;

/** Room 001 by R2022 (theory 08:30–10:00, practical from 10:10): who is in which paper, and what the chief says. */
export interface CourseDay extends Pick<EnactedDay, 'chief' | 'first' | 'second'> {
  /** Stays for the practical. */
  readonly stays: CandidateCard;
  /** Loses the right to go on. */
  readonly out: CandidateCard;
  /** Comes to the practical only, though listed for both. */
  readonly absent: CandidateCard;
  readonly theoryOnly: CandidateCard;
  /** A second roster lists him no more. */
  readonly goneLater: CandidateCard;
  /** What an adjustment that the chief approves carries, nothing asked. */
  readonly said: Pick<MethodInput<'paper.delay'>, 'why' | 'approval' | 'next'>;
}

/** The morning of such a day, those who come checked in. */
export async function enactCourseDay({ client, ports }: Scene): Promise<CourseDay> {
  const day = await enactRoom(client, ROOM, csvOf(...ROWS));
  const { ok } = asking(client, day.first);
  const { candidates } = await ok('candidates.list', { room: ROOM });
  const [stays, out, absent, theoryOnly, goneLater] = candidates.toSorted((a, b) => a.seat - b.seat) as [
    CandidateCard,
    CandidateCard,
    CandidateCard,
    CandidateCard,
    CandidateCard,
  ]; // as many as there are rows
  const rows = ROWS.filter((row) => row !== GONE_LATER);
  await importCsv(client, day.chief, { csv: csvOf(...rows), binding: { kind: 'room', room: ROOM } });
  ports.clock.setWall('2022-11-19 08:05');
  for (const card of [stays, out, theoryOnly]) await ok('checkIn.confirm', checkInOf(card));
  const said = { why: '机房停电', approval: { approver: day.chief, how: 'present' }, next: null } as const;
  return { ...day, stays, out, absent, theoryOnly, goneLater, said };
}

const startingAt = (time: string) => ({ kind: 'delay', startsAt: at(time) }) as const;

/** 延迟开考 before the start, and back again. */
export async function putOffTheStart({ client, ports }: Scene, { first, second, said }: CourseDay): Promise<void> {
  const { ok, refused } = asking(client, first);
  ports.clock.setWall('2022-11-19 08:20');
  const delay = { ...PAPER, ...said, startsAt: at('08:45') };
  await refused('paper.delay', FORMED['paper.delay'], 'approver-not-chief');
  await refused('paper.delay', { ...delay, startsAt: at('08:30') }, 'delay-out-of-range');
  await refused('paper.delay', delay, 'collision-unanswered');
  await refused('paper.delay', { ...delay, next: startingAt('10:12') }, 'collision-remains');
  const called = { ...delay, approval: { ...said.approval, how: 'phone' } as const, next: startingAt('10:25') };
  await refused('paper.delay', called, 'second-person-missing');
  const { events } = await ok('paper.delay', called, { second });
  expect(events).toHaveLength(2);
  await refused('paper.pause', FORMED['paper.pause'], 'paper-not-running');
  await refused('paper.resume', FORMED['paper.resume'], 'not-paused');
  await refused('paper.extend', { ...FORMED['paper.extend'], ...said }, 'paper-not-running');

  const back = { ...said, endsAt: null };
  const [ofTheory, ofPractical] = events as [EventRef, EventRef]; // two, as just seen
  await refused('adjustment.withdraw', { ...PAPER, ...back, target: SOME_EVENT }, 'adjustment-unknown');
  await refused('adjustment.setInSystem', FORMED['adjustment.setInSystem'], 'adjustment-unknown');
  await refused('adjustment.withdraw', FORMED['adjustment.withdraw'], 'approver-not-chief');
  await ok('adjustment.withdraw', { ...PAPER, ...back, target: ofTheory });
  await refused('adjustment.withdraw', { ...PAPER, ...back, target: ofTheory }, 'already-withdrawn');
  await refused('adjustment.setInSystem', { ...PAPER, target: ofTheory, technician: null }, 'already-withdrawn');
  await ok('adjustment.withdraw', { ...PRACTICAL, ...back, target: ofPractical });
}

/** The power fails 08:50–09:08: what is asked, and three events in one act. Answers the extension's name and the delay's. */
export async function interruptThePaper(
  { client, ports }: Scene,
  { first, said }: CourseDay,
): Promise<{ readonly extension: EventRef; readonly delay: EventRef }> {
  const { ok, refused } = asking(client, first);
  ports.clock.setWall('2022-11-19 08:30');
  await ok('signal.give', { signal: 'start', paper: 'theory' });
  await refused('paper.delay', { ...PAPER, ...said, startsAt: at('08:40') }, 'already-started');
  ports.clock.setWall('2022-11-19 08:50');
  await ok('paper.pause', FORMED['paper.pause']);
  await refused('paper.pause', FORMED['paper.pause'], 'already-paused');
  const longer = { ...PAPER, ...said, seats: null, minutes: 10, cutoff: null, seen: null };
  await refused('paper.extend', longer, 'paper-paused');

  ports.clock.setWall('2022-11-19 09:08');
  const made = { ...said, minutes: 18, cutoff: 'moves' } as const;
  const resume = (extension: MethodInput<'paper.resume'>['extension']) => ({ ...PAPER, extension });
  await refused('paper.resume', FORMED['paper.resume'], 'approver-not-chief');
  await refused('paper.resume', resume({ ...made, cutoff: null }), 'cutoff-unanswered');
  await refused('paper.resume', resume(made), 'collision-unanswered');
  await refused('paper.resume', resume({ ...made, next: startingAt('10:12') }), 'collision-remains');
  const command = as<CommandId>('resumed-with-three-events');
  const input = resume({ ...made, next: startingAt('10:28') });
  const before = await ok('events.since', { after: 0, limit: 5000 });
  const answers = await Promise.all([1, 2, 3].map(() => ok('paper.resume', input, { command })));
  answers.push(await ok('paper.resume', input, { command }));
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  const { events: stored } = await ok('events.since', { after: before.last, limit: 10 });
  expect(stored.map(({ event }) => event.type)).toEqual(['PaperResumed', 'PaperExtended', 'PaperDelayed']);
  expect(answers[0]).toMatchObject({
    arrival: stored[2]?.arrival,
    events: stored.map(({ event: { seq } }) => ({ seq })),
  });

  const [, extension, delay] = answers[0]!.events as [EventRef, EventRef, EventRef]; // three, as just seen
  const tick = { ...PAPER, target: extension, technician: null };
  await ok('adjustment.setInSystem', tick);
  await refused('adjustment.setInSystem', tick, 'already-set-in-system');
  return { extension, delay };
}

/** Seats get minutes of their own; what asks a question is asked again each time. */
export async function makeSeatsLonger(
  { client, ports }: Scene,
  { first, said }: CourseDay,
  delay: EventRef,
): Promise<void> {
  const { ok, refused } = asking(client, first);
  ports.clock.setWall('2022-11-19 09:10');
  const longer = { ...PAPER, ...said, seats: null, minutes: 7, cutoff: null, seen: null };
  await refused('paper.extend', FORMED['paper.extend'], 'approver-not-chief');
  await refused('paper.extend', longer, 'cutoff-unanswered');
  await refused('paper.extend', { ...longer, seats: [as<SeatNo>(39)] }, 'seat-unknown');
  await refused('paper.extend', { ...longer, seen: 1 }, 'course-changed');
  const seats = [as<SeatNo>(2)];
  await refused('paper.extend', { ...longer, seats, minutes: 30 }, 'collision-unanswered');
  await refused('paper.extend', { ...longer, seats, minutes: 30, next: startingAt('10:30') }, 'collision-remains');
  await refused('paper.extend', { ...longer, seats }, 'collision-unanswered');
  await ok('paper.extend', { ...longer, seats, next: { kind: 'keep' } });
  const back = { ...PRACTICAL, ...said, target: delay, endsAt: null };
  await refused('adjustment.withdraw', back, 'collision-unanswered');
  await refused('adjustment.withdraw', { ...back, next: startingAt('10:12') }, 'collision-remains');
}

/** 缺考, 违纪 and what the chief makes of it. */
export async function putSomebodyOut({ client, ports }: Scene, day: CourseDay): Promise<void> {
  const { ok, refused } = asking(client, day.first);
  ports.clock.setWall('2022-11-19 09:18');
  await ok('absence.record', { ...PAPER, candidates: [day.absent.candidate] });
  const { said } = day;
  const violation = { ...FORMED['violation.record'], candidate: day.out.candidate };
  const recorded = await ok('violation.record', violation, { second: day.second });
  const target = recorded.events[0]!;
  const cancel = {
    ...PAPER,
    why: '夹带资料',
    approval: said.approval,
    candidate: day.out.candidate,
    violation: target,
  };
  await refused('eligibility.cancel', FORMED['eligibility.cancel'], 'approver-not-chief');
  await refused('eligibility.cancel', { ...cancel, candidate: SOMEBODY }, 'candidate-unknown');
  await refused('eligibility.cancel', { ...cancel, violation: SOME_EVENT }, 'violation-unknown');
  await ok('eligibility.cancel', cancel);
  await refused('eligibility.cancel', cancel, 'already-cancelled');
}

/** 连场: chosen, and who stays in his seat is in. */
export async function staySeated({ client, ports }: Scene, day: CourseDay): Promise<void> {
  const { ok, refused } = asking(client, day.first);
  const { stays, out, absent, theoryOnly, goneLater, said } = day;
  const carry = (...people: readonly { readonly candidate: CandidateCard['candidate'] }[]) => ({
    ...PRACTICAL,
    candidates: people.map(({ candidate }) => candidate),
  });
  const stay = { ...PRACTICAL, mode: 'stay', approval: said.approval } as const;
  await refused('seating.choose', FORMED['seating.choose'], 'approver-not-chief');
  await refused('seating.choose', stay, 'seating-not-open');
  ports.clock.setWall('2022-11-19 10:00');
  await refused('seating.carryOver', carry(stays), 'seating-not-chosen');
  await ok('seating.choose', stay);
  await refused('seating.carryOver', carry(stays), 'entry-not-open');
  ports.clock.setWall('2022-11-19 10:19');
  await refused('seating.carryOver', carry({ candidate: SOMEBODY }), 'candidate-unknown');
  await refused('seating.carryOver', carry(goneLater), 'candidate-withdrawn');
  await refused('seating.carryOver', carry(theoryOnly), 'paper-not-taken');
  await refused('seating.carryOver', carry(absent), 'not-in-room');
  await refused('seating.carryOver', carry(out), 'eligibility-cancelled');
  await ok('seating.carryOver', carry(stays));
  await refused('seating.carryOver', carry(stays), 'already-checked-in');
}

/** The end of theory and the start of the practical: what cannot be changed any more. */
export async function passToThePractical(
  { client, ports }: Scene,
  day: CourseDay,
  { extension, delay }: { readonly extension: EventRef; readonly delay: EventRef },
): Promise<void> {
  const { ok, refused } = asking(client, day.first);
  const { said, chief } = day;
  ports.clock.setWall('2022-11-19 10:20');
  const back = { ...PAPER, ...said, target: extension, endsAt: null };
  await refused('adjustment.withdraw', back, 'withdrawal-before-now');
  ports.clock.setWall('2022-11-19 10:26');
  await refused('paper.delay', { ...PAPER, ...said, startsAt: at('10:30') }, 'paper-over');
  await ok('paper.collect', collection());
  await refused('adjustment.withdraw', back, 'already-collected');
  await refused('paper.extend', { ...FORMED['paper.extend'], ...said }, 'already-collected');

  const entry = (card: CandidateCard) => ({ ...checkInOf(card), paper: 'practical' }) as const;
  const approved = { approval: { approver: chief, how: 'present' } } as const;
  await refused('checkIn.confirm', entry(day.absent), 'absent-before');
  await refused('checkIn.confirm', { ...entry(day.absent), despite: ['absent-before'] }, 'approver-not-chief');
  await ok('checkIn.confirm', { ...entry(day.absent), despite: ['absent-before'], ...approved });
  await refused('checkIn.confirm', entry(day.out), 'eligibility-cancelled');
  ports.clock.setWall('2022-11-19 10:28');
  await ok('signal.give', { signal: 'start', paper: 'practical' });
  await refused('adjustment.withdraw', { ...PRACTICAL, ...said, target: delay, endsAt: null }, 'already-started');
  ports.clock.setWall('2022-11-19 11:05');
  await ok('paper.pause', { ...PRACTICAL, why: null });
  const late = { ...PRACTICAL, candidates: [day.stays.candidate] };
  await refused('seating.carryOver', late, 'entry-closed');
  ports.clock.setWall('2022-11-19 14:00');
  await refused('paper.collect', { ...collection(), ...PRACTICAL }, 'paper-paused');
  const tooShort = { ...said, minutes: 1, cutoff: null };
  await refused('paper.resume', { ...PRACTICAL, extension: tooShort }, 'paper-over');
  const { texts } = await ok('records.texts', { room: ROOM });
  expect(texts.map(({ text }) => text)).toContain('夹带资料');
  expect(texts.filter(({ text }) => text === '机房停电').length).toBeGreaterThan(5);
}

/** Sounds and sentences are the chief's. */
export async function settleTheHouse({ client }: Scene, { chief }: CourseDay): Promise<void> {
  const { ok, refused } = asking(client, chief);
  await ok('alarm.setSound', { duringExam: true });
  await refused('alarm.setSound', { duringExam: true }, 'sound-already-so');
  const file = (text: string) => ({ fileName: '宣读指令.csv', bytes: Buffer.from(text).toString('base64') });
  await refused('announcements.preview', { ...file(''), fileName: '宣读指令.pdf' }, 'roster-file-refused');
  await refused('announcements.preview', file('甲,乙\r\n丙,丁'), 'announcements-without-heading');
  const { texts, problems } = await ok(
    'announcements.preview',
    file('环节,科目,指令\r\n开考,理论,现在开始答题。\r\n下雪,,。'),
  );
  expect([texts, problems]).toMatchObject([[{ kind: 'start', paper: 'theory' }], [{ code: 'kind-unknown' }]]);
  await refused('announcements.load', { texts: [...texts, ...texts] }, 'announcement-twice');
  await ok('announcements.load', { texts });
}

/** The computer's clock is set back by an hour: two people set it, the chief ratifies what was recorded meanwhile. */
export async function setTheClock({ client, ports }: Scene): Promise<void> {
  const day = await enactRoom(client, ROOM, csvOf(...ROWS));
  const { ok, refused } = asking(client, day.first);
  await refused('clock.ratify', {}, 'nothing-in-doubt', { actor: day.chief });
  const bySecond = { second: day.second };
  await refused('clock.set', FORMED['clock.set'], 'nothing-in-doubt', bySecond);
  ports.clock.setWall('2022-11-19 09:00');
  ports.clock.jumpWall(-3_600_000);
  await ok('station.clock', {});
  await refused('clock.set', FORMED['clock.set'], 'second-person-missing');
  const official = (time: number) => ({ kind: 'official-time', time }) as const;
  await refused('clock.set', official(at('09:00') + 90 * 86_400_000), 'time-out-of-range', bySecond);
  await ok('clock.set', official(at('09:01')), bySecond);
  await ok('note.take', FORMED['note.take']);
  await ok('clock.ratify', {}, { actor: day.chief });
}
