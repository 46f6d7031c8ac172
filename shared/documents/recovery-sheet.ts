import { dateText, rehearsalWords } from './words.ts';

/** One instruction of the sheet: when, and what to do then. */
export interface SheetAdvice {
  readonly title: string;
  readonly text: string;
}

/** 恢复单: everything that stands on its one page. It holds the code in clear, so it is drawn for paper and kept nowhere. */
export interface RecoverySheetView {
  readonly title: string;
  readonly exam: string;
  readonly site: string;
  readonly date: string;
  /** "编号 3F2A09". */
  readonly sheetText: string;
  readonly opensText: string;
  readonly codeLabel: string;
  /** Eight groups of six digits; numbered as the screen asks for them. */
  readonly groups: readonly { readonly label: string; readonly digits: string }[];
  readonly codeNote: string;
  readonly adviceTitle: string;
  readonly advice: readonly SheetAdvice[];
  readonly keepTitle: string;
  readonly keep: readonly string[];
  /** What is filled in by hand. */
  readonly handLabels: readonly string[];
  /** '' where the station has no certificate. */
  readonly sealText: string;
  readonly footText: string;
  readonly watermark: string;
  readonly rehearsalNote: string;
  /** UTC ms; stands in the file's own facts only. */
  readonly issuedAt: number;
}

/** The view as it is handed to the drawing. */
export interface PrintableRecoverySheet {
  readonly kind: 'recovery-sheet';
  readonly view: RecoverySheetView;
}

export interface RecoverySheetInput {
  readonly exam: string;
  readonly site: string;
  /** Calendar date in Asia/Shanghai. */
  readonly date: string;
  readonly sheet: string;
  /** The station's short name: each computer has a sheet of its own. */
  readonly station: string;
  readonly groups: readonly string[];
  /** Of the certificate that this station seals papers with, SHA-256 in hex; null where it has none. */
  readonly fingerprint: string | null;
  readonly kind: 'real' | 'rehearsal';
  readonly issuedAt: number;
}

/** The sheet's page; the same input gives the same page. */
export function recoverySheetView(input: RecoverySheetInput): RecoverySheetView {
  const { exam, site, date, sheet, station, groups, fingerprint, kind, issuedAt } = input;
  return {
    title: '恢复单',
    exam,
    site,
    date: dateText(date),
    sheetText: `编号 ${sheet}`,
    opensText:
      '凭下面的恢复码，可以打开这个考核日在本机和备份里的全部记录，包括考生姓名、证件号码和照片。拿到这张纸的人都能打开，请像试卷一样保管。',
    codeLabel: '恢复码（8 组，每组 6 位数字）',
    groups: groups.map((digits, at) => ({ label: `第 ${at + 1} 组`, digits })),
    codeNote: '逐组输入，空格不用输。某一组输错，屏幕会指出是第几组。',
    adviceTitle: '什么时候用',
    advice: [
      {
        title: '换了电脑，或硬盘移到另一台电脑',
        text: '照常启动监考工作站。第一个画面要求恢复码时，逐组输入，记录全部回来，接着办理。',
      },
      {
        title: '电脑坏了，只有备份',
        text: '在另一台电脑上启动，选“从备份恢复”，选中 U 盘或备份文件夹，再输入恢复码。',
      },
      {
        title: '忘记 PIN',
        text: '在“设置 → 恢复单”选“忘记 PIN”，输入恢复码，设新的 PIN。',
      },
      {
        title: '考后锁存的考核日要再打开',
        text: '启动后在“考核日已锁存”的画面输入恢复码。',
      },
    ],
    keepTitle: '怎样保管',
    keep: [
      '打印后在屏幕上输一遍，确认纸上看得清，然后装入信封密封，骑缝签字，由主考保管。',
      '不与 U 盘、备份盘放在一起；不拍照，不复印，不发到任何群。',
      '另做了新的恢复单，这一张在本机就不再有用，但仍能打开以前的备份：与旧备份一同销毁。',
      '考务资料保管期满、备份删除之后，碎纸销毁。没有它，锁存后的记录再也打不开。',
    ],
    handLabels: ['保管人', '密封日期', '销毁日期 / 经手人'],
    sealText: fingerprint === null ? '' : `封存证书指纹（SHA-256） ${fingerprint.replace(/(.{4})(?=.)/g, '$1 ')}`,
    footText: `${site} · 工作站 ${station} · 恢复单 ${sheet}`,
    ...rehearsalWords(kind),
    issuedAt,
  };
}
