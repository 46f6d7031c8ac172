/** What fits beside the clock in letters that the last row reads: lines of so many characters. */
const LINE_CHARS = 35;
const PAGE_LINES = 6.8;
/** The space between two items, in lines. */
const GAP_LINES = 0.3;
const STEP_LINES = 0.5;
/** Time to read a page twice. */
const PAGE_STAYS_MS = 20_000;

interface NumberedRule {
  readonly number: number;
  readonly text: string;
}

/** One page of 考场规则, pages from 1. */
export interface RulesPage {
  readonly page: number;
  readonly pages: number;
  readonly items: readonly NumberedRule[];
}

/** The page that stands at `now`: they turn by themselves since `since`, and begin again after the last. */
export function rulesPageAt(rules: readonly string[], since: number, now: number): RulesPage {
  const pages = pagesOf(rules);
  const turned = Math.max(0, Math.floor((now - since) / PAGE_STAYS_MS)) % pages.length;
  return { page: turned + 1, pages: pages.length, items: pages[turned] ?? [] };
}

/** As few pages as hold them, in their order, and as evenly filled as that allows. */
function pagesOf(rules: readonly string[]): readonly (readonly NumberedRule[])[] {
  let pages = fill(rules, PAGE_LINES);
  for (let limit = PAGE_LINES - STEP_LINES; limit > 0; limit -= STEP_LINES) {
    const fewer = fill(rules, limit);
    if (fewer.length > pages.length) break;
    pages = fewer;
  }
  return pages;
}

function fill(rules: readonly string[], pageLines: number): readonly (readonly NumberedRule[])[] {
  const pages: NumberedRule[][] = [[]];
  let used = 0;
  for (const [i, text] of rules.entries()) {
    const lines = Math.ceil(text.length / LINE_CHARS) + GAP_LINES;
    if (used > 0 && used + lines > pageLines) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push({ number: i + 1, text });
    used += lines;
  }
  return pages;
}
