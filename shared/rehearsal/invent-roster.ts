import { idCheckDigit } from '../domain/id-number.ts';

/** How many people an invented room has: as many as the manual lets one have. */
export const INVENTED_PEOPLE = 40;
/** The room that they sit in. */
export const INVENTED_ROOM = '001';
/** Whose photo is missing, by seat: so that the way without a photo is seen too. */
const SEAT_WITHOUT_PHOTO = 23;
type Gender = '男' | '女';

/** By seat: names that lists and printers trip over (rare characters, the separator), and two people of one name. */
const HARD_NAMES: ReadonlyMap<number, readonly [name: string, gender: Gender]> = new Map([
  [5, ['王䶮', '男']],
  [9, ['陈思雨', '女']],
  [14, ['阿依努尔·吐尔逊', '女']],
  [18, ['李㛃', '女']],
  [26, ['刘𬱖', '男']],
  [31, ['陈思雨', '女']],
  [37, ['古丽米热·买买提江·艾合买提', '女']],
]);

const SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高'];
const GIVEN: Readonly<Record<Gender, readonly string[]>> = {
  男: ['浩然', '宇航', '俊杰', '明轩', '嘉豪', '磊', '鹏', '志强', '晓东', '文博'],
  女: ['子涵', '欣怡', '诗涵', '梓萱', '雨桐', '静', '婷', '敏', '丽娜', '雪梅'],
};
/** Provinces of the first two digits; the county is always 99, which no place bears. */
const PROVINCES = ['11', '13', '21', '31', '32', '33', '37', '41', '42', '44', '51', '61'];
const CLASSES = ['软件技术 1 班', '软件技术 2 班', '软件技术 3 班'];

/** One invented candidate. Nobody is meant: the ID number stands in a county that does not exist. */
export interface InventedPerson {
  readonly seat: number;
  readonly ticket: string;
  readonly name: string;
  readonly gender: Gender;
  readonly idNumber: string;
  readonly className: string;
  readonly hasPhoto: boolean;
}

export interface InventRosterOptions {
  readonly seed: number;
  /** The exam's year: tickets begin with it, and people are about twenty then. */
  readonly year: number;
}

/** 虚构名单 of one room, by seat; the same seed and year give the same people. */
export function inventRoster({ seed, year }: InventRosterOptions): readonly InventedPerson[] {
  const random = seededRandom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T; // never beyond the end
  const taken = new Set<string>([...HARD_NAMES.values()].map(([name]) => name));
  const ids = new Set<string>();

  function drawName(gender: Gender): string {
    for (;;) {
      const drawn = `${pick(SURNAMES)}${pick(GIVEN[gender])}`;
      if (taken.has(drawn)) continue;
      taken.add(drawn);
      return drawn;
    }
  }
  function drawIdNumber(gender: Gender): string {
    for (;;) {
      const born = `${year - 21 + Math.floor(random() * 3)}${two(1 + random() * 12)}${two(1 + random() * 28)}`;
      // The last digit of the order number is odd for men.
      const order = Math.floor(random() * 50) * 2 + (gender === '男' ? 1 : 0);
      const first17 = `${pick(PROVINCES)}0199${born}${String(order).padStart(3, '0')}`;
      const drawn = `${first17}${idCheckDigit(first17) ?? ''}`;
      if (ids.has(drawn)) continue;
      ids.add(drawn);
      return drawn;
    }
  }

  return Array.from({ length: INVENTED_PEOPLE }, (_, at) => {
    const seat = at + 1;
    const [hardName, hardGender] = HARD_NAMES.get(seat) ?? [];
    const gender = hardGender ?? (random() < 0.5 ? '男' : '女');
    return {
      seat,
      ticket: `${String(year).slice(-2)}119999${INVENTED_ROOM}02${two(seat)}`,
      name: hardName ?? drawName(gender),
      gender,
      idNumber: drawIdNumber(gender),
      className: pick(CLASSES),
      hasPhoto: seat !== SEAT_WITHOUT_PHOTO,
    };
  });
}

const COLUMNS: readonly (readonly [heading: string, cell: (person: InventedPerson) => string])[] = [
  ['准考证号', ({ ticket }) => ticket],
  ['姓名', ({ name }) => name],
  ['性别', ({ gender }) => gender],
  ['证件类型', () => '居民身份证'],
  ['证件号码', ({ idNumber }) => idNumber],
  ['院校名称', () => '演练职业技术学院'],
  ['专业名称', () => '软件技术'],
  ['班级', ({ className }) => className],
  ['级别', () => '中级'],
  ['考试科目', () => '理论、实操'],
  ['考场编号', () => INVENTED_ROOM],
  ['考场地点', () => '演练机房'],
  ['座位号', ({ seat }) => String(seat)],
];

/** The people as a list that the import reads: UTF-8 text of a .csv file with headings. */
export function inventedRosterCsv(people: readonly InventedPerson[]): string {
  const headings = COLUMNS.map(([heading]) => heading);
  const rows = people.map((person) => COLUMNS.map(([, cell]) => cell(person)));
  return [headings, ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}

function two(value: number): string {
  return String(Math.floor(value)).padStart(2, '0');
}

/** The same numbers for one seed, in [0, 1) (mulberry32). */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
