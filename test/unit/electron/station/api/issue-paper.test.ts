import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drawAndKeep } from '../../../../../electron/station/api/issue-paper.ts';
import { findPaperFile, papersDir } from '../../../../../electron/station/day/paper-files.ts';
import type { DocumentRenderer } from '../../../../../electron/station/documents/create-renderer.ts';
import type { MissingGlyph } from '../../../../../electron/station/documents/document-problem.ts';
import { createDayKey } from '../../../../../electron/station/keys/day-key.ts';
import { createDayKeys, PLACES } from '../../../../../electron/station/keys/day-keys.ts';
import { as, type DayId, type DocumentId } from '../../../../../shared/ids.ts';
import { memorySecrets, seededIds, unwrap } from '../../../../support/journal-fixture.ts';
import { aPrintableSheet, aSheetInput } from '../../../../support/sign-in-sheet.ts';
import { tempDir } from '../../../../support/temp-dir.ts';
import { createTestPorts } from '../../../../support/test-ports.ts';

const DAY = as<DayId>('1'.repeat(32));
const DOCUMENT = as<DocumentId>('paper-1');
const ids = seededIds('papers');
const day = { keys: createDayKeys(createDayKey(DAY, { ids, secrets: memorySecrets() }), ids), journal: { day: DAY } };
const paper = { document: DOCUMENT, printable: aPrintableSheet(aSheetInput()) };

/** A station whose drawing gives this. */
function drawing(result: Awaited<ReturnType<DocumentRenderer['render']>>) {
  const ports = createTestPorts({ dataDir: tempDir() });
  return { ports, renderer: { render: async () => result, close: async () => undefined } };
}

const missing = (where: Partial<MissingGlyph>): MissingGlyph => ({
  characters: ['𱍐'],
  text: '王𱍐',
  room: '001',
  section: '',
  person: null,
  ...where,
});

describe('a paper that is issued', () => {
  it('is kept sealed under its number, whole and alone', async () => {
    const bytes = new TextEncoder().encode('%PDF-1.7 姓名');
    const station = drawing({ ok: true, value: { bytes, pages: 3, partPages: [3], signatureFields: [] } });

    expect(await drawAndKeep(station, day, paper)).toEqual({ ok: true, value: { pages: 3 } });

    const dir = papersDir(station.ports.dataDir, DAY);
    expect(readdirSync(dir)).toEqual([`${DOCUMENT}.sealed`]);
    expect(readFileSync(join(dir, `${DOCUMENT}.sealed`)).includes('姓名')).toBe(false);
    const file = findPaperFile(station.ports.dataDir, DAY, DOCUMENT);
    expect(Uint8Array.from(unwrap(day.keys.boxes.openBytes(...PLACES.paperFile, file!.box)))).toEqual(bytes);
  });

  it('is not kept when a character has no glyph; the person is named', async () => {
    const where = [missing({ person: { seat: '07', name: '王𱍐' } }), missing({ text: '𱍐楼' })];
    const station = drawing({ ok: false, error: { code: 'glyph-missing', characters: ['𱍐', '𡋾'], where } });

    expect(await drawAndKeep(station, day, paper)).toEqual({
      ok: false,
      error: {
        code: 'glyph-missing',
        rule: '',
        figures: { characters: '𱍐 𡋾', room: '001', section: '', seat: '07', name: '王𱍐', count: 2 },
      },
    });
    expect(readdirSync(station.ports.dataDir)).toEqual([]);
  });

  it('a long text without a glyph is named by its beginning, never cut within a character', async () => {
    const where = [missing({ text: `${'𠮷'.repeat(25)}𱍐`, section: '其他' })];
    const station = drawing({ ok: false, error: { code: 'glyph-missing', characters: ['𱍐'], where } });

    const answer = await drawAndKeep(station, day, paper);

    expect(answer).toMatchObject({ error: { figures: { section: '其他', seat: '', name: '𠮷'.repeat(20) } } });
  });

  it('a drawing that failed is a surprise for the log, not for the screen', async () => {
    const station = drawing({ ok: false, error: { code: 'renderer-failed', message: 'process ended with 1' } });

    expect(await drawAndKeep(station, day, paper)).toEqual({
      ok: false,
      error: { code: 'internal', rule: '', figures: {} },
    });
    expect(station.ports.logger.lines).toMatchObject([
      { level: 'error', event: 'drawing-failed', fields: { message: 'process ended with 1' } },
    ]);
  });

  it('a disk that does not take the file is thrown to who records', async () => {
    const station = drawing({
      ok: true,
      value: { bytes: Uint8Array.of(1), pages: 1, partPages: [1], signatureFields: [] },
    });
    mkdirSync(join(papersDir(station.ports.dataDir, DAY), `${DOCUMENT}.sealed`), { recursive: true });

    await expect(drawAndKeep(station, day, paper)).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST/);
  });
});
