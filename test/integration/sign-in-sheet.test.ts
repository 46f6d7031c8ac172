import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDocumentRenderer, type DocumentRenderer } from '../../electron/station/documents/create-renderer.ts';
import type { SheetCandidate, SignInSheetInput } from '../../shared/documents/sign-in-sheet.ts';
import { as, type SeatNo } from '../../shared/ids.ts';
import { pdfFact, pdfFonts, pdfText, runPoppler } from '../support/poppler.ts';
import { aPrintableSheet, aSheetCandidate, aSheetInput, readSiteCandidates } from '../support/sign-in-sheet.ts';

let renderer: DocumentRenderer;
let rooms: ReadonlyMap<string, readonly SheetCandidate[]>;

beforeAll(async () => {
  renderer = createDocumentRenderer();
  rooms = await readSiteCandidates();
});
afterAll(() => renderer.close());

async function draw(overrides: Partial<SignInSheetInput>): Promise<Uint8Array> {
  const result = await renderer.render(aPrintableSheet(aSheetInput(overrides)));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.bytes;
}

/** A room of 40 real rows of the fixture that has every rare name of the site among them. */
function roomOfRareNames(): readonly SheetCandidate[] {
  const all = [...rooms.values()].flat();
  const rare = all.filter(({ name }) => /[·\u3400-\u4dbf]|[\u{20000}-\u{3ffff}]/u.test(name));
  const further = ['谢𡋾', '欧阳𪨶', '阿卜杜热合曼·阿布都热西提'].map((name) => aSheetCandidate({ name }));
  return [...rare, ...further, ...(rooms.get('001') ?? [])]
    .slice(0, 40)
    .map((candidate, index) => ({ ...candidate, seat: as<SeatNo>(index + 1) }));
}

describe('考生签到表 as PDF', () => {
  it('prints 40 people on two pages, rare characters and · unchanged', async () => {
    const candidates = roomOfRareNames();
    const pdf = await draw({ candidates });
    const text = pdfText(pdf);

    expect(candidates).toHaveLength(40);
    expect(pdfFact(pdf, 'Pages')).toBe('2');
    expect(pdfFact(pdf, 'Page size')).toContain('A4');
    const onOneLine = text.replaceAll(/\s+/g, '');
    for (const character of '䶮㛃𬱖𠮷𡋾𪨶·') expect(onOneLine).toContain(character);
    for (const { name, ticket, idMasked } of candidates) {
      // A long name stands on two lines, with other cells between them.
      for (const part of name.split('·')) expect(text).toContain(part);
      expect(text).toContain(ticket);
      expect(text).toContain(idMasked);
    }
    expect(onOneLine).toContain('第1页共2页');
    expect(onOneLine).toContain('第2页共2页');
    expect(onOneLine).toContain('A#233·B#11808:59');
    expect(onOneLine).toContain('工作用表，非平台正式签到表');
  });

  it('embeds every font as a subset whose text can be read back', async () => {
    const fonts = pdfFonts(await draw({ candidates: roomOfRareNames() }));

    expect(new Set(fonts.map(({ name }) => name.split('+')[1]))).toEqual(
      new Set(['NotoSansHK-Regular', 'NotoSansJP-Bold', 'NotoSansJP-Regular', 'NotoSansSC-Bold', 'NotoSansSC-Regular']),
    );
    expect(fonts.every((font) => font.isEmbedded && font.isSubset && font.hasUnicode)).toBe(true);
  });

  it('repeats head, columns and lines for signatures on every page', async () => {
    const text = pdfText(await draw({ candidates: rooms.get('001') ?? [] }));
    const pages = text.split('\f').filter((page) => page.trim() !== '');

    expect(pages).toHaveLength(2);
    for (const page of pages) {
      for (const words of [
        '考生签到表',
        '考生签名',
        '样例职业技术学院考点',
        '监考员签字（李监考）',
        '监考员签字（周巡）',
        '摘要',
      ]) {
        expect(page).toContain(words);
      }
    }
    expect(pages[0]).not.toContain('实到 ');
    expect(pages[1]).toMatch(/应到.*人.*实到.*人.*缺考.*人/);
  });

  it('says 演练 across the page of a rehearsal and 重印 on a reprint', async () => {
    const plain = pdfText(await draw({}));
    const marked = pdfText(await draw({ kind: 'rehearsal', copy: 2 }));

    expect(plain).not.toMatch(/演|重印/);
    expect(marked.replaceAll(/\s+/g, '')).toContain('重印·第2份');
    expect(marked).toContain('演练');
  });

  it('gives equal bytes for equal views, and metadata from the view alone', async () => {
    const [first, second] = [await draw({}), await draw({})];

    expect(Buffer.compare(first, second)).toBe(0);
    expect(pdfFact(first, 'Title')).toBe('考生签到表 考场 001 实训楼201机房 · 理论考试');
    expect(runPoppler('pdfinfo', first, ['-isodates'])).toContain('2022-11-20T00:59:00Z');
  });

  it('stops before drawing when a character has no glyph, and names the person', async () => {
    const candidates = [aSheetCandidate(), aSheetCandidate({ seat: as<SeatNo>(7), name: '王𱍐' })];
    const result = await renderer.render(aPrintableSheet(aSheetInput({ candidates })));

    expect(result).toEqual({
      ok: false,
      error: {
        code: 'glyph-missing',
        characters: ['𱍐'],
        where: [{ characters: ['𱍐'], text: '王𱍐', person: { seat: '07', name: '王𱍐' } }],
      },
    });
  });

  it('names no person when the page itself has a missing glyph', async () => {
    const result = await renderer.render(aPrintableSheet(aSheetInput({ place: '𱍐楼' })));

    expect(result).toMatchObject({
      error: { code: 'glyph-missing', where: [{ text: '𱍐楼', person: null }, { person: null }] },
    });
  });

  it('draws sheets asked for at once, each its own', async () => {
    const sheets = await Promise.all(['001', '002', '003'].map((no) => draw({ candidates: rooms.get(no) ?? [] })));

    for (const [index, pdf] of sheets.entries()) {
      expect(pdfText(pdf)).toContain(rooms.get(`00${index + 1}`)?.[0]?.ticket);
    }
  });

  it('answers renderer-failed once closed', async () => {
    const other = createDocumentRenderer();
    await other.close();
    await other.close();

    expect(await other.render(aPrintableSheet(aSheetInput()))).toMatchObject({ error: { code: 'renderer-failed' } });
  });

  it('answers the papers under way when it is closed', async () => {
    const other = createDocumentRenderer();
    const pending = other.render(aPrintableSheet(aSheetInput()));
    await other.close();

    expect(await pending).toMatchObject({ error: { code: 'renderer-failed' } });
  });
});
