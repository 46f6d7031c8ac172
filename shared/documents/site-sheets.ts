import type { PrintableSignInSheet } from './sign-in-sheet-view.ts';

/** 签到表 of one paper of several rooms, drawn into one file: each sheet keeps its own id, digest, codes and page numbers. */
export interface PrintableSiteSheets {
  readonly kind: 'site-sheets';
  /** The file's title: "考生签到表 12 个考场 · 理论考试". */
  readonly title: string;
  readonly exam: string;
  /** UTC ms. */
  readonly issuedAt: number;
  /** In order of printing. */
  readonly sheets: readonly PrintableSignInSheet[];
}

/** Puts sheets of one paper into one file, in the order given. Throws RangeError when there are none. */
export function printSiteSheets(sheets: readonly PrintableSignInSheet[]): PrintableSiteSheets {
  const first = sheets[0];
  if (first === undefined) throw new RangeError('a file of no sheets');
  const { title, paper, exam, source } = first.view;
  return {
    kind: 'site-sheets',
    title: `${title} ${sheets.length} 个考场 · ${paper}`,
    exam,
    issuedAt: source.issuedAt,
    sheets,
  };
}
