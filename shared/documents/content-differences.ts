import type { ContentDifference, CorrectableContent } from './correction-view.ts';
import { joined } from './record-texts.ts';
import type { RecordSection } from './room-record-view.ts';
import type { SheetFact } from './sign-in-sheet-view.ts';

/**
 * Where two contents of one paper differ, in the order of the paper: facts and counts by their labels, lists by their
 * rows. A row that stands elsewhere in its list does not differ; one changed row of a person is said as a change.
 */
export function contentDifferences(
  before: CorrectableContent,
  after: CorrectableContent,
): readonly ContentDifference[] {
  const [sealed, present] = [partsOf(before), partsOf(after)];
  const all = [
    ...factDifferences('表头', sealed.facts, present.facts),
    ...factDifferences('人数', sealed.counts, present.counts),
    ...factDifferences('内容', sealed.statements, present.statements),
    ...sectionDifferences(sealed.sections, present.sections),
  ];
  return all.map((one) => ({ ...one, before: one.before || ABSENT, after: one.after || ABSENT }));
}

/** Said in the column of whichever has nothing there. */
const ABSENT = '（无此项）';

interface Parts {
  readonly facts: readonly SheetFact[];
  readonly counts: readonly SheetFact[];
  readonly statements: readonly SheetFact[];
  readonly sections: readonly RecordSection[];
}

function partsOf(content: CorrectableContent): Parts {
  const head = [
    { label: '考试', value: content.exam },
    { label: '考场', value: joined([content.room, content.place]) },
    ...content.facts,
  ];
  switch (content.kind) {
    case 'room-record':
      // The sum lines say the counts once more.
      return { facts: head, counts: content.counts, statements: [], sections: content.sections };
    case 'incident-report':
      return { facts: head, counts: content.counts, statements: content.statements, sections: content.sections };
    case 'violation-notice': {
      const found = content.discovery.filter(({ isTicked }) => isTicked).map(({ text }) => text);
      // What its two parts add follows from these.
      const statements = [...content.person, { label: '发现途径', value: joined(found) }, ...content.statements];
      return { facts: head, counts: [], statements, sections: [] };
    }
  }
}

function factDifferences(
  where: string,
  before: readonly SheetFact[],
  after: readonly SheetFact[],
): readonly ContentDifference[] {
  const valueOf = (facts: readonly SheetFact[], label: string) =>
    facts.find((fact) => fact.label === label)?.value ?? '';
  return labelsOf(before, after, ({ label }) => label)
    .map((what) => ({ where, what, before: valueOf(before, what), after: valueOf(after, what) }))
    .filter((one) => one.before !== one.after);
}

function sectionDifferences(
  before: readonly RecordSection[],
  after: readonly RecordSection[],
): readonly ContentDifference[] {
  return labelsOf(before, after, ({ title }) => title).flatMap((title) => {
    const was = before.find((one) => one.title === title);
    const is = after.find((one) => one.title === title);
    const columns = (is ?? was)?.columns ?? [];
    const gone = rowsBeyond(was?.rows ?? [], is?.rows ?? []);
    const added = rowsBeyond(is?.rows ?? [], was?.rows ?? []);
    return rowDifferences(title, columns, { gone, added });
  });
}

type Row = readonly string[];

/** The rows of one list that the other does not hold, each as often as it holds it less. */
function rowsBeyond(rows: readonly Row[], others: readonly Row[]): readonly Row[] {
  const left = others.map(keyOf);
  return rows.filter((row) => {
    const at = left.indexOf(keyOf(row));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function keyOf(row: Row): string {
  return JSON.stringify(row);
}

function rowDifferences(
  where: string,
  columns: readonly string[],
  { gone, added }: { readonly gone: readonly Row[]; readonly added: readonly Row[] },
): readonly ContentDifference[] {
  const whoOf = ([seat = '', name = '']: Row) => [seat, name].filter((part) => part !== '').join(' ');
  const changedTo = (row: Row) => {
    const [one, ...more] = added.filter((other) => whoOf(other) === whoOf(row));
    const isAlone = gone.filter((other) => whoOf(other) === whoOf(row)).length === 1;
    return isAlone && more.length === 0 ? one : undefined;
  };
  const changed = new Map(gone.flatMap((row) => [[row, changedTo(row)] as const]));
  const taken = new Set(changed.values());
  return [
    ...gone.map((row) => {
      const to = changed.get(row);
      const isIn = (index: number) => to === undefined || to[index] !== row[index];
      return {
        where,
        what: whoOf(row),
        before: rowText(row, columns, isIn),
        after: to === undefined ? '' : rowText(to, columns, isIn),
      };
    }),
    ...added
      .filter((row) => !taken.has(row))
      .map((row) => ({ where, what: whoOf(row), before: '', after: rowText(row, columns, () => true) })),
  ];
}

/** "准考证号 221137010000012；时间 09:42", without seat and name. */
function rowText(row: Row, columns: readonly string[], isIn: (index: number) => boolean): string {
  return joined(
    row.map((cell, index) => (index < 2 || cell === '' || !isIn(index) ? '' : `${columns[index] ?? ''} ${cell}`)),
  );
}

/** Each label once, those of the first list first. */
function labelsOf<One>(
  before: readonly One[],
  after: readonly One[],
  labelOf: (one: One) => string,
): readonly string[] {
  return [...new Set([...before, ...after].map(labelOf))];
}
