import type { Level, PaperId } from '../ids.ts';
import { isRecordKey, PAPER_IDS } from '../ids.ts';
import { checkIdNumber, type IdNumberRule, normaliseIdNumber, toHalfWidth } from './id-number.ts';
import { findIdType } from './id-types.ts';
import { hasSeparatorLookAlike, looksLikeFormula, trimBlanks } from './names.ts';
import { hasKnownPrivateUse, mapPrivateUse } from './private-use.ts';
import type { RosterProblemCode, RosterSeverity } from './roster.ts';
import { cellText, type RosterCell } from './roster-table.ts';

/** One thing to say about a cell. */
export interface Finding {
  readonly code: RosterProblemCode;
  readonly severity: RosterSeverity;
}

/** What a cell means; null where it cannot be taken (then a finding is an error). */
export interface Reading<T> {
  readonly value: T;
  readonly findings: readonly Finding[];
}

const NOTHING: readonly Finding[] = [];
const HIGHEST_SEAT = 999;
const LONGEST_ROOM = 20;
const LONGEST_PLACE = 50;
const LEVEL_WORDS: readonly (readonly [word: string, level: Level])[] = [
  ['初', 'elementary'],
  ['中', 'intermediate'],
  ['高', 'advanced'],
];
const PAPER_WORDS: Readonly<Record<PaperId, RegExp>> = {
  theory: /理论(知识)?(考试|考核)?/,
  practical: /(实操|实践操作|实际操作|操作技能)(考试|考核)?/,
};

/** 准考证号: opaque text. A number, or text that was one ("2.21137E+14"), has lost digits and is refused. */
export function readTicket(cell: RosterCell): Reading<string | null> {
  if (isNumeric(cell)) return refused('ticket-is-number');
  const { value, findings } = readCode(cell);
  return value === '' ? refused('missing-ticket') : { value, findings };
}

/** 姓名 as read, but for control characters and old private-use code points; findings speak of the comparison key. */
export function readName(cell: RosterCell): Reading<string | null> {
  const read = presentText(cell);
  const name = mapPrivateUse(read).replace(/\p{Cc}/gu, '');
  if (trimBlanks(name) === '') return refused('missing-name');
  const findings: Finding[] = [];
  if (hasKnownPrivateUse(read)) findings.push({ code: 'private-use-character', severity: 'repaired' });
  if (trimBlanks(read) !== read) findings.push({ code: 'surrounding-blanks', severity: 'repaired' });
  // A formula's dots are not separators: one finding is enough for such a "name".
  if (looksLikeFormula(name)) findings.push({ code: 'name-looks-like-formula', severity: 'warning' });
  else if (hasSeparatorLookAlike(name)) findings.push({ code: 'name-separator', severity: 'repaired' });
  return { value: name, findings };
}

/** 证件类型: the kind's own name, or as read when the kind is not known; no kind given means an ID card. */
export function readIdType(cell: RosterCell): Reading<{ readonly name: string; readonly rule: IdNumberRule }> {
  const { value, findings } = readPlain(cell);
  if (value === '') return { value: { name: '', rule: 'resident' }, findings };
  const known = findIdType(value);
  if (known !== undefined) return { value: known, findings };
  return {
    value: { name: value, rule: 'free' },
    findings: [...findings, { code: 'unknown-id-type', severity: 'warning' }],
  };
}

/** 证件号码, normalised; '' with a warning when there is none, null when digits are lost for good. */
export function readIdNumber(cell: RosterCell, rule: IdNumberRule, today: string): Reading<string | null> {
  if (isNumeric(cell)) return refused('id-number-lost-digits');
  const code = readCode(cell);
  if (code.value === '') return { value: '', findings: [{ code: 'missing-id', severity: 'warning' }] };
  const value = normaliseIdNumber(code.value);
  const findings = [...code.findings];
  if (value.endsWith('X') && code.value.endsWith('x')) findings.push({ code: 'lower-case-x', severity: 'repaired' });
  for (const fault of checkIdNumber(value, rule, today)) findings.push({ code: fault, severity: 'warning' });
  return { value, findings };
}

/** 座位号 1–999, as text ("01", "７", "12号") or as a whole number. */
export function readSeat(cell: RosterCell): Reading<number | null> {
  if (cell.kind === 'number') return isSeat(cell.value) ? { value: cell.value, findings: [] } : refused('bad-seat');
  const { value, findings } = readCode(cell);
  if (value === '') return refused('missing-seat');
  const digits = /^0*(\d{1,3})号?$/.exec(value)?.[1];
  const seat = Number(digits);
  return isSeat(seat) ? { value: seat, findings } : refused('bad-seat');
}

/** 考场编号 as printed on the door, at most 20 characters; leading zeros are kept where the file has kept them. */
export function readRoom(cell: RosterCell): Reading<string | null> {
  const { value, findings } = readCode(cell);
  const isRoom = value !== '' && value.length <= LONGEST_ROOM && isRecordKey(value);
  return isRoom ? { value, findings } : refused('missing-room');
}

/** 级别: "中级", "中", or one level named inside a longer text. */
export function readLevel(cell: RosterCell): Reading<Level | null> {
  const { value, findings } = readCode(cell);
  const named = LEVEL_WORDS.filter(([word]) => value === word || value.includes(`${word}级`));
  const level = named.length === 1 && !/[初中高]{2}/.test(value) ? named[0]?.[1] : undefined;
  return level === undefined ? refused('unknown-level') : { value: level, findings };
}

/** 考试科目: any list of 理论 and 实操 in any order. A word that is neither is refused, for a paper might be lost with it. */
export function readPapers(cell: RosterCell): Reading<readonly PaperId[] | null> {
  const { value, findings } = readCode(cell);
  const papers = PAPER_IDS.filter((paper) => value.search(PAPER_WORDS[paper]) >= 0);
  const rest = PAPER_IDS.reduce((text, paper) => text.replace(PAPER_WORDS[paper], ''), value);
  const isUnderstood = papers.length > 0 && /^[,，、;；/+＋&和与及]*$/.test(rest);
  return isUnderstood ? { value: papers, findings } : refused('unknown-papers');
}

/** A text that is only shown: without outer blanks, private-use characters mapped; '' when empty. */
export function readPlain(cell: RosterCell): Reading<string> {
  const read = presentText(cell);
  if (read === '') return { value: '', findings: NOTHING };
  const findings: Finding[] = [];
  if (hasKnownPrivateUse(read)) findings.push({ code: 'private-use-character', severity: 'repaired' });
  const value = trimBlanks(mapPrivateUse(read).replace(/\p{Cc}/gu, ' '));
  if (value !== '' && trimBlanks(read) !== read) findings.push({ code: 'surrounding-blanks', severity: 'repaired' });
  return { value, findings };
}

/** 考场地点, only shown; what no door sign has room for is cut off. */
export function readPlace(cell: RosterCell): Reading<string> {
  const { value, findings } = readPlain(cell);
  return { value: [...value].slice(0, LONGEST_PLACE).join(''), findings };
}

/** A number or a short fixed word: half-width, no blanks anywhere. */
function readCode(cell: RosterCell): Reading<string> {
  const read = presentText(cell);
  if (/^[!-~]*$/.test(read)) return { value: read, findings: NOTHING }; // nearly every ticket, ID number and seat
  const findings: Finding[] = [];
  // Full-width brackets and commas belong to Chinese text; digits and letters do not.
  const half = read.replace(/[０-９Ａ-Ｚａ-ｚ]+/g, toHalfWidth);
  if (half !== read) findings.push({ code: 'full-width-digits', severity: 'repaired' });
  const value = half.replace(/[\s\p{Cc}\p{Cf}]/gu, '');
  if (value !== '' && value !== half) findings.push({ code: 'surrounding-blanks', severity: 'repaired' });
  return { value, findings };
}

/** Whether a cell that must be text is a number, a date, or a number that some program wrote out shortened. */
function isNumeric(cell: RosterCell): boolean {
  if (cell.kind === 'text') return /^\s*\d(\.\d+)?E\+\d+\s*$/i.test(cell.text);
  return cell.kind === 'number' || cell.kind === 'other';
}

/** The cell's text; '' for blanks and for what Excel writes where a formula failed. */
function presentText(cell: RosterCell): string {
  const text = cellText(cell);
  if (text.startsWith('#') && /^#(N\/A|REF!|VALUE!|NAME\?|NULL!|DIV\/0!|NUM!)$/.test(text)) return '';
  return trimBlanks(text) === '' ? '' : text;
}

function isSeat(seat: number): boolean {
  return Number.isInteger(seat) && seat >= 1 && seat <= HIGHEST_SEAT;
}

function refused(code: RosterProblemCode): Reading<null> {
  return { value: null, findings: [{ code, severity: 'error' }] };
}
