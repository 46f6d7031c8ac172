import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDocumentRenderer, type DocumentRenderer } from '../../electron/station/documents/create-renderer.ts';
import type { RoomRecordInput } from '../../shared/documents/room-record-input.ts';
import type { SignedPaperPrint } from '../../shared/documents/signed-paper.ts';
import { seats } from '../support/course-acts.ts';
import { anExtension, aTroubledRecord } from '../support/record-course.ts';
import { type PageArea, countInk, pdfFact, pdfFonts, pdfText, runPoppler } from '../support/poppler.ts';
import {
  aNote,
  aPerson,
  aPrintableRecord,
  aRecordInput,
  aSigner,
  aTime,
  aUsualRecord,
  aViolation,
  shanghai,
} from '../support/room-record.ts';

let renderer: DocumentRenderer;

beforeAll(() => {
  renderer = createDocumentRenderer();
});
afterAll(() => renderer.close());

async function draw(input: RoomRecordInput, print: Partial<Omit<SignedPaperPrint, 'contentDigest'>> = {}) {
  const result = await renderer.render(aPrintableRecord(input, print));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function pagesOf(pdf: Uint8Array): readonly string[] {
  return pdfText(pdf)
    .split('\f')
    .filter((page) => page.trim() !== '');
}

function withoutSpaces(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

function absentees(count: number): Partial<RoomRecordInput> {
  return {
    counts: { expected: 40, present: 40 - count, late: 0, absent: count, notYet: 0, unlisted: 0 },
    absent: Array.from({ length: count }, (_, index) => ({
      person: aPerson(index + 1, '赵景俊'),
      time: aTime(shanghai(9, 30)),
      refused: null,
      isCancelled: false,
    })),
  };
}

/** The first field to sign in, in points from the upper left of the last page. */
const FIRST_FIELD: Omit<PageArea, 'page'> = { x: 43, y: 726, width: 98, height: 34 };

describe('考场情况记录单 as PDF', () => {
  it('has a usual day on one page, sum, lists, signatures and codes', async () => {
    const { bytes, pages, partPages } = await draw(aUsualRecord());
    const text = withoutSpaces(pdfText(bytes));

    expect([pages, partPages, pdfFact(bytes, 'Pages')]).toEqual([1, [1], '1']);
    expect(pdfFact(bytes, 'Page size')).toContain('A4');
    for (const words of [
      '考场情况记录单',
      '应到40=实到37+缺考3',
      '迟到2（含在实到内）',
      '李𬱖',
      '买买提·阿依古丽',
      '09:12（09:40补录）',
      '09:31到场，拒绝入场',
      '暂扣物品：手机一部；准考证暂扣',
      '退出全屏，考试系统自动交卷',
      '未交卷：死机，作答文件由技术支持拷出',
      '换座、换机无',
      '突发事件无',
      '监考员1（李监考）',
      '手写签名图样，签于本机10:32',
      '主考（陈主考）',
      '签署内容摘要',
      'A#233·B2#11810:34',
      '第1页共1页',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toMatch(/演练|重印|（续）/);
  });

  it('says 无 for every list of a day on which nothing happened', async () => {
    const { bytes, pages } = await draw(aRecordInput());

    expect(pages).toBe(1);
    expect(pdfText(bytes).match(/无/g)).toHaveLength(13);
  });

  it.each([
    [0, 1],
    [1, 1],
    [40, 2],
  ])('lists %i absent people on %i page(s)', async (count, pageCount) => {
    const { bytes, pages } = await draw(aRecordInput(absentees(count)));

    expect([pages, pdfFact(bytes, 'Pages')]).toEqual([pageCount, String(pageCount)]);
    expect(pdfText(bytes).match(/赵景俊/g) ?? []).toHaveLength(count);
  });

  it('prints the course of a troubled morning, each adjustment with its reason, approval and the exam system', async () => {
    const text = withoutSpaces(pdfText((await draw(aTroubledRecord())).bytes));
    for (const words of [
      '09:00–10:30，调整为09:00–10:48',
      '10:48（延时座位另列）',
      '10:5510:5511–14号座位',
      '09:38恢复，中断18分',
      '场顺延到09:48',
      '10:02（10:20补录）',
      '电话批准；待考试系统确认',
      '撤回10:30登记的全考场延时',
      '08:12:00改为08:31:00',
      '依据违纪A#171',
      '上一科缺考；陈主考电话批准',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('carries a long list of adjustments over to more pages, every row whole', async () => {
    const adjustments = Array.from({ length: 60 }, (_, index) =>
      anExtension({ minutes: index + 1, why: '停电，机房发电机切换后恢复供电' }),
    );
    const { bytes, pages } = await draw(aRecordInput({ adjustments }));
    expect(pages).toBeGreaterThan(2);
    const [, second = ''] = pagesOf(bytes);
    expect(second).toContain('考试时间调整（续）');
    const text = withoutSpaces(pdfText(bytes));
    expect([...text.matchAll(/全考场延长(\d+)分/g)].map(([, number]) => Number(number))).toEqual(
      Array.from({ length: 60 }, (_, index) => index + 1),
    );
  });

  it('cuts none of the ends of seats, however many there are', async () => {
    const seatEnds = Array.from({ length: 20 }, (_, index) => ({
      seats: seats(index * 2 + 1),
      endsAt: shanghai(10, 31 + index),
      isPending: true,
      ended: aTime(shanghai(10, 31 + index), { at: shanghai(10, 55) }),
    }));
    const text = pdfText((await draw(aRecordInput({ seatEnds }))).bytes);
    expect(text).not.toContain('…');
    expect(text.match(/\d+ 号座位；待考试系统确认/g)).toHaveLength(20);
  });

  it('runs over more pages with head, headings, foot and code on each, and signatures on the last alone', async () => {
    const { bytes, pages } = await draw(aRecordInput(absentees(40)));
    const texts = pagesOf(bytes);

    expect(texts).toHaveLength(2);
    for (const [index, text] of texts.entries()) {
      expect(text).toContain('考场情况记录单');
      expect(text).toContain('准考证号');
      expect(withoutSpaces(text)).toContain(`第${index + 1}页共${pages}页`);
      expect(text).toContain('摘要');
      expect(countInk(bytes, { page: index + 1, x: 498, y: 745, width: 66, height: 66 })).toBeGreaterThan(1000);
    }
    expect(texts[1]).toContain('缺考（续）');
    expect(texts.map((text) => text.includes('监考员 1（李监考）'))).toEqual([false, true]);
  });

  it('prints every character of 20 violations of a thousand characters', async () => {
    const facts = Array.from({ length: 125 }, (_, index) => `第${String(index).padStart(3, '0')}句，见。`).join('');
    const violations = Array.from({ length: 20 }, (_, index) =>
      aViolation({ person: aPerson(index + 1, '甲'), facts }),
    );
    const { bytes, pages } = await draw(aRecordInput({ violations }));
    // Page by page, so that what stands between the pages can be taken out.
    const text = withoutSpaces(
      pagesOf(bytes)
        .map((page) =>
          page
            .split('\n')
            .filter((line) => /第\d{3}句|见。|句，/.test(line))
            .map((line) => line.replace(/^ *\d\d +(?=\S)/, ''))
            .join(''),
        )
        .join(''),
    );

    expect([...facts]).toHaveLength(1000);
    expect(pages).toBeGreaterThan(5);
    expect(pages).toBeLessThan(12);
    for (let sentence = 0; sentence < 125; sentence += 1) {
      const words = `第${String(sentence).padStart(3, '0')}句，见。`;
      expect(text.split(words)).toHaveLength(21);
    }
  });

  it('cuts no fact and no name, however long', async () => {
    const site = '样例省样例市信息工程职业技术学院（东校区）实训中心考核站点';
    const plan = '2022年11月第三批次1+X Python程序开发职业技能等级证书（初级、中级）考试计划';
    const name = '阿卜杜热合曼·阿布都热西提·吐尔逊江·艾合买提江·买';
    const late = [{ person: aPerson(5, name), time: aTime(shanghai(9, 5)), lateMinutes: 5 }];
    const counts = { expected: 40, present: 40, late: 1, absent: 0, notYet: 0, unlisted: 0 };
    const { bytes } = await draw(aRecordInput({ site, plan, counts, late }));
    const text = pdfText(bytes);

    expect(text).not.toContain('…');
    for (const character of site + plan + name.replaceAll('·', '')) expect(text).toContain(character);
  });

  it('draws a signature as strokes within its own field, and none where nobody has drawn', async () => {
    const signed = await draw(aRecordInput());
    const blank = await draw(aRecordInput(), { signers: [aSigner({ signed: null })] });
    const inkIn = (pdf: Uint8Array) => countInk(pdf, { page: 1, ...FIRST_FIELD });

    expect(inkIn(blank.bytes)).toBe(0);
    expect(inkIn(signed.bytes)).toBeGreaterThan(60);
    expect(runPoppler('pdfimages', signed.bytes, ['-list']).split('\n').slice(2).join('')).toBe('');
  });

  it('cuts off what was drawn beyond the field, and shows a single dot', async () => {
    const drawn = async (strokes: readonly number[][], area: Omit<PageArea, 'page'>) => {
      const signers = [
        aSigner({ signed: { at: 0, by: 'pin', drawing: { aspect: 3, strokes: strokes.map((one) => [...one]) } } }),
      ];
      const { bytes } = await draw(aRecordInput(), { signers });
      return countInk(bytes, { page: 1, ...area });
    };

    expect(await drawn([[500, 160]], FIRST_FIELD)).toBeGreaterThan(0);
    const beside = { x: 146, y: 726, width: 6, height: 30 };
    expect(await drawn([[0, 160, 1200, 160]], beside)).toBe(0);
  });

  it('says 演练 across and in words on every page of a rehearsal, and 重印 on a reprint', async () => {
    const { bytes } = await draw(aRecordInput({ ...absentees(40), kind: 'rehearsal' }), { copy: 2 });

    for (const page of pagesOf(bytes)) {
      expect(withoutSpaces(page)).toContain('重印·第2份');
      expect(page).toContain('演练');
      // The tag beside the title, and three times across the page.
      expect(withoutSpaces(page).match(/演/g)).toHaveLength(4);
    }
  });

  it('stops before drawing when a character has no glyph, and says whose and where', async () => {
    const result = await renderer.render(
      aPrintableRecord(
        aRecordInput({
          violations: [aViolation({ person: aPerson(7, '王𱍐') })],
          notes: [aNote({ kind: 'incident', person: null, text: '𱍐处停电' })],
        }),
        { signers: [aSigner({ name: '李𱍐' })] },
      ),
    );

    expect(result).toEqual({
      ok: false,
      error: {
        code: 'glyph-missing',
        characters: ['𱍐'],
        where: [
          { characters: ['𱍐'], text: '监考员（李𱍐）', room: '001', section: '', person: null },
          { characters: ['𱍐'], text: '王𱍐', room: '001', section: '违纪', person: { seat: '07', name: '王𱍐' } },
          { characters: ['𱍐'], text: '𱍐处停电', room: '001', section: '突发事件', person: null },
        ],
      },
    });
  });

  it('gives equal bytes for equal views, metadata from the view alone, and embeds its fonts', async () => {
    const [first, second] = [await draw(aUsualRecord()), await draw(aUsualRecord())];

    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
    expect(pdfFact(first.bytes, 'Title')).toBe('考场情况记录单 考场 001 实训楼201机房 · 理论考试');
    expect(runPoppler('pdfinfo', first.bytes, ['-isodates'])).toContain('2022-11-20T02:34:00Z');
    expect(pdfFonts(first.bytes).every((font) => font.isEmbedded && font.isSubset && font.hasUnicode)).toBe(true);
  });
});
