import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDocumentRenderer, type DocumentRenderer } from '../../electron/station/documents/create-renderer.ts';
import type { SheetCandidate, SignInSheetInput } from '../../shared/documents/sign-in-sheet.ts';
import { as, type DocumentId, type RoomNo, type SeatNo } from '../../shared/ids.ts';
import { printSiteSheets } from '../../shared/documents/site-sheets.ts';
import type { PrintableSignInSheet } from '../../shared/documents/sign-in-sheet-view.ts';
import { parsePaperQr } from '../../shared/documents/paper-qr.ts';
import { pdfBookmarks, pdfFact, pdfFonts, pdfImagePages, pdfText, runPoppler } from '../support/poppler.ts';
import {
  aPrintableSheet,
  aSheetCandidate,
  aSheetInput,
  readPhotos,
  readSiteCandidates,
} from '../support/sign-in-sheet.ts';

let renderer: DocumentRenderer;
let rooms: ReadonlyMap<string, readonly SheetCandidate[]>;

beforeAll(async () => {
  renderer = createDocumentRenderer();
  rooms = await readSiteCandidates();
});
afterAll(() => renderer.close());

async function draw(
  overrides: Partial<SignInSheetInput>,
  photos: PrintableSignInSheet['photos'] = {},
): Promise<Uint8Array> {
  const result = await renderer.render(aPrintableSheet(aSheetInput(overrides), photos));
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
    expect(onOneLine).toContain('A#233·B2#11808:59');
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
        where: [
          {
            characters: ['𱍐'],
            text: '王𱍐',
            room: '001',
            section: '',
            person: { seat: '07', name: '王𱍐' },
          },
        ],
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

describe('考生签到表 with photos', () => {
  const photos = readPhotos();
  const digests = Object.keys(photos);

  /** Room 001, each person with a photo, as far as there are some. */
  function pictured(): readonly SheetCandidate[] {
    return (rooms.get('001') ?? []).map((candidate, index) => ({ ...candidate, photoDigest: digests[index] ?? null }));
  }

  it('draws each photo once, in its row, 40 people on three pages', async () => {
    const candidates = pictured();
    const pdf = await draw({ candidates }, photos);
    const drawn = candidates.filter(({ photoDigest }) => photoDigest !== null).length;

    expect(drawn).toBeGreaterThan(30);
    expect(pdfFact(pdf, 'Pages')).toBe('3');
    expect(pdfImagePages(pdf)).toEqual(
      candidates.flatMap(({ photoDigest }, index) => (photoDigest === null ? [] : [Math.floor(index / 14) + 1])),
    );
    for (const page of pdfText(pdf).split('\f').slice(0, 3)) expect(page).toContain('照片');
  });

  it('has no such column and 20 rows a page where nobody has a photo', async () => {
    const pdf = await draw({ candidates: rooms.get('001') ?? [] }, photos);

    expect([pdfFact(pdf, 'Pages'), pdfImagePages(pdf)]).toEqual(['2', []]);
    expect(pdfText(pdf)).not.toContain('照片');
  });

  it.each([
    ['no picture at all', new TextEncoder().encode('not a picture')],
    ['nothing', new Uint8Array()],
    ['the first bytes of a JPEG', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ['another kind of picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ])('prints the sheet with an empty frame where the photo is %s', async (_, bytes) => {
    const photoDigest = 'd'.repeat(64);
    const [good = ''] = digests;
    const pdf = await draw(
      {
        candidates: [
          aSheetCandidate({ photoDigest }),
          aSheetCandidate({ seat: as<SeatNo>(2), name: '潘超兰', photoDigest: good }),
          aSheetCandidate({ seat: as<SeatNo>(3), name: '萧博', photoDigest: 'a photo that was not given' }),
        ],
      },
      { ...photos, [photoDigest]: bytes },
    );

    expect(pdfImagePages(pdf)).toEqual([1]);
    for (const name of ['赵景俊', '潘超兰', '萧博']) expect(pdfText(pdf)).toContain(name);
  });
});

describe('考生签到表 of a whole site in one file', () => {
  it('holds the sheets of twelve rooms, each with its own pages, number, code and bookmark', async () => {
    const sheets = [...rooms].map(([room, candidates]) =>
      aPrintableSheet(
        aSheetInput({ roomNo: as<RoomNo>(room), documentId: as<DocumentId>(`doc-${room}`), place: '', candidates }),
      ),
    );
    const result = await renderer.render(printSiteSheets(sheets));
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    const { bytes, pages, partPages } = result.value;

    expect(partPages).toEqual(Array.from({ length: 12 }, () => 2));
    expect([pages, pdfFact(bytes, 'Pages'), pdfFact(bytes, 'Title')]).toEqual([
      24,
      '24',
      '考生签到表 12 个考场 · 理论考试',
    ]);
    expect(pdfBookmarks(bytes).map(({ page }) => page)).toEqual(
      Array.from({ length: 12 }, (_, index) => 1 + 2 * index),
    );
    expect(pdfBookmarks(bytes)[3]?.title).toContain('考场 004');
    const texts = pdfText(bytes).split('\f');
    for (const [index, room] of [...rooms.keys()].entries()) {
      const [front = '', back = ''] = texts.slice(index * 2, index * 2 + 2).map((text) => text.replaceAll(/\s+/g, ''));
      expect(front).toContain(`考场${room}·理论考试第1页共2页`);
      expect(back).toContain('第2页共2页');
      for (const text of [front, back]) expect(text).toContain(`编号doc-${room}`);
    }
    expect(sheets.map(({ qrTexts }) => parsePaperQr(qrTexts[1] ?? ''))).toMatchObject(
      [...rooms.keys()].map((room) => ({ ok: true, value: { room, documentId: `doc-${room}`, page: 2, pages: 2 } })),
    );
  });

  it('stops when one sheet has a missing glyph, and says in which room', async () => {
    const candidates = [aSheetCandidate({ name: '王𱍐' })];
    const sheets = [
      aPrintableSheet(aSheetInput()),
      aPrintableSheet(aSheetInput({ roomNo: as<RoomNo>('002'), candidates })),
    ];
    const result = await renderer.render(printSiteSheets(sheets));

    expect(result).toMatchObject({
      error: { code: 'glyph-missing', where: [{ room: '002', person: { seat: '01', name: '王𱍐' } }] },
    });
  });
});
