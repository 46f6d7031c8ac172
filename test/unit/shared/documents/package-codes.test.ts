import { describe, expect, it } from 'vitest';
import { type PackageCodesInput, packageCodesView } from '../../../../shared/documents/package-codes.ts';

const INPUT: PackageCodesInput = {
  exam: '2022年11月 1+X',
  site: '样例学院考点',
  date: '2022-11-19',
  package: '3F2A09',
  madeText: '2022-11-18 15:00 ',
  rooms: Array.from({ length: 23 }, (_, at) => ({
    room: String(at + 1).padStart(3, '0'),
    place: '实训楼201',
    people: 40,
    groups: ['000011', '000022', '000033', '000044'],
  })),
  kind: 'real',
  issuedAt: 0,
};

describe('考场口令单', () => {
  it("the chief's list has every room with its code, page after page", () => {
    const { listPages, packageText, title } = packageCodesView(INPUT);
    expect(title).toBe('考场口令总单');
    expect(packageText).toBe('数据包 3F2A09 · 2022-11-18 15:00 生成');
    expect(listPages.map(({ rows }) => rows.length)).toEqual([22, 1]);
    expect(listPages.map(({ pageText }) => pageText)).toEqual(['第 1 页 共 2 页', '第 2 页 共 2 页']);
    expect(listPages[0]?.rows[0]).toEqual({
      room: '001',
      place: '实训楼201',
      people: '40 人',
      groups: ['000011', '000022', '000033', '000044'],
    });
  });

  it('each room has a slip of its own, four on a page, which says where to type it and that it is for once', () => {
    const { slipPages } = packageCodesView(INPUT);
    expect(slipPages.map((page) => page.length)).toEqual([4, 4, 4, 4, 4, 3]);
    expect(slipPages[0]?.[1]).toEqual({
      roomText: '002 考场',
      place: '实训楼201',
      packageText: '数据包 3F2A09',
      groups: [
        { label: '第 1 组', digits: '000011' },
        { label: '第 2 组', digits: '000022' },
        { label: '第 3 组', digits: '000033' },
        { label: '第 4 组', digits: '000044' },
      ],
      steps: '在本考场电脑上启动监考工作站，选“从考务数据包开始”，选数据包文件，选 002 考场，逐组输入。',
      once: '只输一次，用后销毁。不拍照，不发到任何群。',
    });
  });

  it('a rehearsal is marked on every page', () => {
    expect(packageCodesView({ ...INPUT, kind: 'rehearsal' })).toMatchObject({
      watermark: '演练',
      rehearsalNote: '演练',
    });
    expect(packageCodesView(INPUT)).toMatchObject({ watermark: '', rehearsalNote: '' });
  });
});
