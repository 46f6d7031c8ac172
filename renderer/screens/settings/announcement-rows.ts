import {
  ANNOUNCEMENT_HEADINGS,
  announcementPaperName,
  type SpokenKind,
  spokenKindName,
} from '../../../shared/domain/announcement-table.ts';
import type { SiteText } from '../../../shared/domain/course-events.ts';
import type { Rules } from '../../../shared/domain/rules.ts';
import { SPOKEN_KINDS } from '../../../shared/domain/timeline-types.ts';
import { PAPER_IDS, type PaperId } from '../../../shared/ids.ts';
import { announcementTemplate, findSiteText } from '../../text/announcements.ts';

/** One sentence as it stands in the file: for one paper, or with null for both. */
export type AnnouncementRow = SiteText;

/** Every sentence of the day in order, the site's own where it has one; one row where both papers say the same. */
export function announcementRows(rules: Rules, siteTexts: readonly SiteText[]): readonly AnnouncementRow[] {
  return kindsOf(rules).flatMap((kind): readonly AnnouncementRow[] => {
    const [theory, practical] = PAPER_IDS.map((paper) => textOf(rules, siteTexts, { kind, paper }));
    if (theory === undefined || practical === undefined) return [];
    if (theory === practical) return [{ kind, paper: null, text: theory }];
    return [
      { kind, paper: 'theory', text: theory },
      { kind, paper: 'practical', text: practical },
    ];
  });
}

/**
 * The rows that say something of their own: whatever is word for word the program's goes on changing with the rules. A
 * row of one paper also stays where it says ours in spite of a row for both.
 */
export function ownTexts(rules: Rules, rows: readonly AnnouncementRow[]): readonly SiteText[] {
  return rows.filter(({ kind, paper, text }) => {
    const papers = paper === null ? PAPER_IDS : [paper];
    const isInSpite = paper !== null && rows.some((one) => one.kind === kind && one.paper === null);
    return isInSpite || papers.some((one) => announcementTemplate(kind, one, rules) !== text);
  });
}

/** The file that the site edits: UTF-8 with a mark, so that Excel and WPS read it, lines as they write them. */
export function announcementsCsv(rows: readonly AnnouncementRow[]): string {
  const lines = rows.map(({ kind, paper, text }) => [spokenKindName(kind), announcementPaperName(paper), text]);
  return `\uFEFF${[[...ANNOUNCEMENT_HEADINGS], ...lines].map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
}

// C01: without a second login call there is no sentence for it.
function kindsOf(rules: Rules): readonly SpokenKind[] {
  const hasLastCall = rules.loginLastCallOffsetMin !== rules.loginOpenOffsetMin;
  return SPOKEN_KINDS.filter((kind) => kind !== 'login-last-call' || hasLastCall);
}

function textOf(
  rules: Rules,
  siteTexts: readonly SiteText[],
  { kind, paper }: { readonly kind: SpokenKind; readonly paper: PaperId },
): string | undefined {
  return findSiteText(siteTexts, kind, paper) ?? announcementTemplate(kind, paper, rules) ?? undefined;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
