import { pageText, dateText, rehearsalWords } from './words.ts';

/** 考场口令单: a slip for each room to be cut off, and a list of all for the chief. It holds every code in clear. */
export interface PackageCodesView {
  readonly title: string;
  readonly exam: string;
  readonly site: string;
  readonly date: string;
  /** "数据包 3F2A09 · 11月18日 15:20 生成". */
  readonly packageText: string;
  readonly warning: string;
  readonly columns: readonly string[];
  /** Pages of the chief's list. */
  readonly listPages: readonly { readonly pageText: string; readonly rows: readonly PackageCodeRow[] }[];
  readonly listNotes: readonly string[];
  readonly slipTitle: string;
  /** Pages of slips. */
  readonly slipPages: readonly (readonly PackageSlip[])[];
  readonly footText: string;
  readonly watermark: string;
  readonly rehearsalNote: string;
  /** UTC ms; stands in the file's own facts only. */
  readonly issuedAt: number;
}

export interface PackageCodeRow {
  readonly room: string;
  readonly place: string;
  readonly people: string;
  /** Four groups of six digits. */
  readonly groups: readonly string[];
}

/** One room's part of a page. */
export interface PackageSlip {
  readonly roomText: string;
  readonly place: string;
  readonly packageText: string;
  readonly groups: readonly { readonly label: string; readonly digits: string }[];
  readonly steps: string;
  readonly once: string;
}

/** The view as it is handed to the drawing. */
export interface PrintablePackageCodes {
  readonly kind: 'package-codes';
  readonly view: PackageCodesView;
}

export interface PackageCodesInput {
  readonly exam: string;
  readonly site: string;
  /** Calendar date in Asia/Shanghai. */
  readonly date: string;
  readonly package: string;
  /** When it was made, as people read it. */
  readonly madeText: string;
  readonly rooms: readonly {
    readonly room: string;
    readonly place: string;
    readonly people: number;
    readonly groups: readonly string[];
  }[];
  readonly kind: 'real' | 'rehearsal';
  readonly issuedAt: number;
}

const ROWS_A_PAGE = 22;
const SLIPS_A_PAGE = 4;

/** The pages; the same input gives the same pages. */
export function packageCodesView(input: PackageCodesInput): PackageCodesView {
  const { exam, site, date, madeText, rooms, kind, issuedAt } = input;
  const lists = chunks(rooms, ROWS_A_PAGE);
  return {
    title: '考场口令总单',
    exam,
    site,
    date: dateText(date),
    packageText: `数据包 ${input.package} · ${madeText}生成`,
    warning: '主考保管。拿到数据包文件和口令的人，能打开那个考场考生的姓名、证件号码和照片。',
    columns: ['考场', '地点', '人数', '口令（4 组）', '领取人', '时间'],
    listPages: lists.map((list, at) => ({
      pageText: pageText(at + 1, lists.length),
      rows: list.map(({ room, place, people, groups }) => ({ room, place, people: `${people} 人`, groups })),
    })),
    listNotes: [
      '每个考场的口令各不相同；沿虚线裁开，只把本考场的一张交给本考场，领取人签字。',
      '口令只印在纸上，程序不保存；遗失的，重新生成数据包，文件和口令单都换新的。',
      '各考场都接收完之后，口令单连同 U 盘上的数据包文件一起销毁。',
    ],
    slipTitle: '考场口令单',
    slipPages: chunks(rooms, SLIPS_A_PAGE).map((page) => page.map((room) => slipOf(input.package, room))),
    footText: `${site} · 数据包 ${input.package}`,
    ...rehearsalWords(kind),
    issuedAt,
  };
}

function slipOf(no: string, { room, place, groups }: PackageCodesInput['rooms'][number]): PackageSlip {
  return {
    roomText: `${room} 考场`,
    place,
    packageText: `数据包 ${no}`,
    groups: groups.map((digits, at) => ({ label: `第 ${at + 1} 组`, digits })),
    steps: `在本考场电脑上启动监考工作站，选“从考务数据包开始”，选数据包文件，选 ${room} 考场，逐组输入。`,
    once: '只输一次，用后销毁。不拍照，不发到任何群。',
  };
}

function chunks<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));
}
