import { formatClock } from '../domain/day-time.ts';
import type { LotSource } from '../domain/lots-draw.ts';
import { type PrintFrame, type PrintCodes, type PrintOf, printFrame } from './paper-print.ts';
import type { SheetFact } from './sign-in-sheet-view.ts';
import { dateText } from './words.ts';

/** A room and who drew it. */
interface LotRow {
  readonly room: string;
  readonly place: string;
  readonly people: readonly string[];
}

/** 抽签结果: everything that stands on the page but the digest of this very view. */
export interface LotResultView extends PrintFrame {
  readonly title: string;
  readonly exam: string;
  readonly site: string;
  /** "第 2 次抽签"; '' for the first. */
  readonly repeatText: string;
  readonly facts: readonly SheetFact[];
  readonly columns: readonly [room: string, place: string, people: string];
  readonly rows: readonly LotRow[];
  /** Who is in reserve; why it was drawn again. */
  readonly notes: readonly SheetFact[];
  readonly howTitle: string;
  /** Seed, called number, the pool in its order, how it was drawn: each a fact of its own. */
  readonly how: readonly SheetFact[];
  readonly signatures: readonly string[];
}

export interface PrintableLotResult extends PrintCodes {
  readonly kind: 'lot-result';
  readonly view: LotResultView;
}

export interface LotResultInput extends PrintOf, LotSource {
  readonly exam: string;
  readonly site: string;
  /** Calendar date in Asia/Shanghai. */
  readonly date: string;
  readonly algorithm: string;
  /** 1 for the first draw of the day. */
  readonly number: number;
  /** UTC ms. */
  readonly drawnAt: number;
  readonly drawnBy: string;
  /** Why it was drawn again; '' for the first. */
  readonly reason: string;
  readonly rows: readonly LotRow[];
  readonly reserve: readonly string[];
  /** Names in the order in which they went into the draw. */
  readonly pool: readonly string[];
  /** How many of them had to keep away from a room. */
  readonly recused: number;
  /** The shuffle that held; 0 where they were matched. */
  readonly shuffles: number;
  /** Computed again for this print, with the same result. */
  readonly isVerified: boolean;
}

/** Somebody whose name another bears too, told apart by the end of his telephone number, where one is known. */
export function nameWithTail(name: string, phone: string): string {
  const digits = phone.replaceAll(/\D/g, '');
  return digits.length < 4 ? name : `${name}（尾号${digits.slice(-4)}）`;
}

/** The sheet as it is signed; equal input, equal view. */
export function buildLotResult(input: LotResultInput): LotResultView {
  const { exam, site, number, rows, reserve, pool } = input;
  const places = rows.reduce((sum, { people }) => sum + people.length, 0);
  return {
    title: '抽签结果',
    exam,
    site,
    repeatText: number > 1 ? `第 ${number} 次抽签，以本次为准` : '',
    facts: [
      { label: '考点', value: site },
      { label: '考试日期', value: dateText(input.date) },
      { label: '抽签时间', value: formatClock(input.drawnAt) },
      { label: '主持抽签', value: input.drawnBy },
      { label: '参加抽签', value: `${pool.length} 人` },
      { label: '抽定', value: `${rows.length} 个考场 ${places} 人` },
    ],
    columns: ['考场', '地点', '监考员'],
    rows,
    notes: [
      { label: '备用', value: reserve.length === 0 ? '无' : reserve.join('、') },
      ...(input.reason === '' ? [] : [{ label: '重抽原因', value: input.reason }]),
    ],
    howTitle: '怎样抽出，怎样复核',
    how: [
      { label: '随机种子', value: groupsOf(input.seed) },
      { label: '现场报数', value: input.called ?? '没有报数' },
      { label: '名单次序', value: pool.map((name, at) => `${at + 1} ${name}`).join('　') },
      { label: '算法', value: algorithmText(input) },
      { label: '复核', value: verifiedText(input.isVerified) },
    ],
    signatures: ['主考签字', '见证人签字', '见证人签字', '签字日期'],
    ...printFrame(input, { document: 'lots', room: '', footText: `${site} · 抽签结果 第 ${number} 次` }),
  };
}

/** In plain words; `lots-draw.ts` says it to the bit. */
function algorithmText({ algorithm, recused, shuffles }: LotResultInput): string {
  const avoids =
    recused === 0
      ? '本次没有须回避的人。'
      : `本次 ${recused} 人须回避某些考场，${
          shuffles > 0
            ? `第 ${shuffles} 次排列符合回避要求，予以采用。`
            : '随机排列均不符合回避要求，按最后一次排列的先后逐位安排。'
        }`;
  return `${algorithm}：种子、报数与序号连成一段文字，用 SHA-256 算出随机数；按 Fisher–Yates 方法把名单打乱，再按考场号从小到大逐位填入。有人排到须回避的考场，就全部重排。${avoids}`;
}

function verifiedText(isVerified: boolean): string {
  return isVerified
    ? '打印时由程序按上列种子、报数和名单重新计算，与本表一致。任何人可据此自行复算。'
    : '打印时重新计算的结果与本表不一致，请勿使用，并报技术支持。';
}

/** "9f8a 03c1 …": read aloud and compared in fours. */
function groupsOf(hex: string): string {
  return hex.replace(/(.{4})(?=.)/g, '$1 ');
}
