import { describe, expect, it } from 'vitest';
import {
  announcementRows,
  announcementsCsv,
  ownTexts,
} from '../../../../renderer/screens/settings/announcement-rows.ts';
import { announcement } from '../../../../renderer/text/announcements.ts';
import { readTable } from '../../../../electron/station/roster/read-table.ts';
import { readAnnouncements } from '../../../../shared/domain/announcement-table.ts';
import type { SiteText } from '../../../../shared/domain/course-events.ts';
import { someRules } from '../../../support/a-day.ts';

const r2021 = someRules('R2021').values;
const r2022 = someRules('R2022').values;

/** What the station reads of the exported file. */
async function readBack(csv: string): Promise<readonly SiteText[]> {
  const table = await readTable(new TextEncoder().encode(csv), 'text');
  if (!table.ok) throw new Error(table.error.code);
  const read = readAnnouncements(table.value);
  if (!read.ok) throw new Error(read.error);
  expect(read.value.problems).toEqual([]);
  return read.value.texts;
}

describe('the file of 宣读指令', () => {
  it('[D33] has one row where both papers say the same, and the calls that the rules have', () => {
    const names = announcementRows(r2022, []).map(({ kind, paper }) => `${kind} ${paper}`);
    expect(names).toEqual([
      'admission-open null',
      'rules-reading null',
      'login-call null',
      'prepare null',
      'start theory',
      'start practical',
      'login-check null',
      'entry-close null',
      'end-reminder null',
      'end null',
      'seat-end-reminder null',
      'seat-end null',
      'machines null',
    ]);
    expect(announcementRows(r2021, []).map(({ kind }) => kind)).toContain('login-last-call');
  });

  it('[D33] is read back as it was written, and then nothing in it is the site’s own', async () => {
    const csv = announcementsCsv(announcementRows(r2022, []));
    expect(csv.startsWith('\uFEFF环节,科目,指令\r\n')).toBe(true);
    const texts = await readBack(csv);
    expect(texts).toEqual(announcementRows(r2022, []));
    expect(ownTexts(r2022, texts)).toEqual([]);
  });

  it('[D33] keeps what the site has taken, commas and quotes included', async () => {
    const own: SiteText = { kind: 'start', paper: 'practical', text: '请听好,"现在"开考。' };
    const rows = announcementRows(r2022, [own]);
    expect(rows).toContainEqual(own);
    const texts = await readBack(announcementsCsv(rows));
    expect(ownTexts(r2022, texts)).toEqual([own]);
  });

  it('[D33] a sentence for both papers is the site’s own where it differs in one of them', () => {
    const theory = announcementRows(r2022, []).find(({ kind, paper }) => kind === 'start' && paper === 'theory');
    if (theory === undefined) throw new Error('no start');
    expect(ownTexts(r2022, [theory])).toEqual([]);
    expect(ownTexts(r2022, [{ ...theory, paper: null }])).toHaveLength(1);
  });

  it('[D33] one paper keeps our sentence where the site has another for both', () => {
    const theory = announcementRows(r2022, []).find(({ kind, paper }) => kind === 'start' && paper === 'theory');
    if (theory === undefined) throw new Error('no start');
    const both: SiteText = { kind: 'start', paper: null, text: '现在开考。' };
    const own = ownTexts(r2022, [both, theory]);
    expect(announcement('start', 'theory', r2022, { siteTexts: own })).toBe(theory.text);
    expect(announcement('start', 'practical', r2022, { siteTexts: own })).toBe(both.text);
  });
});
