import { formatClock, formatDate } from '../domain/day-time.ts';
import type { SignedPaperKind } from '../domain/signed-papers.ts';
import type { DocumentId } from '../ids.ts';
import { contentDifferences } from './content-differences.ts';
import type { ContentDifference, CorrectableContent, CorrectionContent } from './correction-view.ts';
import { oneLine, timeText } from './record-texts.ts';
import type { RecordTime } from './room-record-input.ts';

/** A sealed paper as a correction names it. Instants UTC ms. */
export interface CorrectedPaper {
  readonly document: DocumentId;
  /** Of which copy. */
  readonly copy: number;
  /** Record number of its seal, "A#301". */
  readonly number: string;
  readonly sealedAt: number;
  /** What was signed, hex. */
  readonly contentDigest: string;
  /** Of the file as it was sealed first, hex: who signs late makes it longer, and this stays its beginning's. */
  readonly sha256: string;
}

/** What a 更正单 is made of. */
export interface CorrectionInput {
  readonly corrected: CorrectedPaper;
  /** Corrections of the same paper that are sealed already, earliest first. */
  readonly earlier: readonly Pick<CorrectedPaper, 'document' | 'sealedAt'>[];
  /** Who opened it, when, and why. */
  readonly opened: { readonly time: RecordTime; readonly by: readonly string[]; readonly why: string };
  /** As it was sealed, or as the last sealed correction left it. */
  readonly before: CorrectableContent;
  /** Null where what the paper is about was taken back. */
  readonly after: CorrectableContent | null;
}

/** The names of the papers that people sign. */
const SIGNED_PAPER_WORDS: Readonly<Record<SignedPaperKind, string>> = {
  'room-record': '考场情况记录单',
  'violation-notice': '违规告知书',
  'incident-report': '突发事件报告',
  correction: '更正单',
};

/** Puts together what stands on the correction. Equal input, equal content. */
export function buildCorrectionContent(input: CorrectionInput): CorrectionContent {
  const { corrected, earlier, opened, before, after } = input;
  const { exam, roomLabel, room, place, paper, source } = after ?? before;
  return {
    kind: 'correction',
    title: '更正单',
    exam,
    roomLabel,
    room,
    place,
    paper,
    facts: [
      { label: '更正的文书', value: paperText(before, corrected) },
      { label: '封存时间', value: momentText(corrected.sealedAt) },
      { label: '封存记录', value: corrected.number },
      { label: '提出更正', value: `${timeText(opened.time)} ${opened.by.join('、')}` },
    ],
    statements: [
      { label: '文书编号', value: corrected.document },
      { label: '签署内容摘要', value: corrected.contentDigest },
      { label: '首次封存文件（SHA-256）', value: corrected.sha256 },
      ...(earlier.length === 0 ? [] : [{ label: '此前更正', value: earlierText(earlier) }]),
      { label: '更正原因', value: oneLine(opened.why) },
      { label: '效力', value: '原件不改动，与本单一并保存；以下各项以本单为准，其余以原件为准' },
    ],
    differences: after === null ? [TAKEN_BACK] : contentDifferences(before, after),
    emptyText: '现在的记录与封存的内容没有不同。请先补录或撤销要更正的记录，再签署本单。',
    after,
    source,
  };
}

/** "违规告知书 A#88 第 1 份": of the papers about single records, of which. */
function paperText({ kind, facts }: CorrectableContent, { copy }: CorrectedPaper): string {
  const number = facts.find(({ label }) => label === '记录编号')?.value ?? '';
  return [SIGNED_PAPER_WORDS[kind], number, `第 ${copy} 份`].filter((part) => part !== '').join(' ');
}

const TAKEN_BACK: ContentDifference = {
  where: '整份文书',
  what: '',
  before: '如原件',
  after: '所记事项已撤销，整份作废',
};

function earlierText(earlier: CorrectionInput['earlier']): string {
  return earlier.map(({ document, sealedAt }) => `${momentText(sealedAt)} 更正单 ${document}`).join('；');
}

function momentText(at: number): string {
  return `${formatDate(at)} ${formatClock(at)}`;
}
