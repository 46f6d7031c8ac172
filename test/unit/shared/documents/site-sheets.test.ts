import { expect, it } from 'vitest';
import { printSiteSheets } from '../../../../shared/documents/site-sheets.ts';
import { as, type RoomNo } from '../../../../shared/ids.ts';
import { aPrintableSheet, aSheetInput, SHEET_ISSUED_AT } from '../../../support/sign-in-sheet.ts';

it('keeps every sheet as it is, in the order given, under a title of its own', () => {
  const sheets = ['002', '001'].map((room) => aPrintableSheet(aSheetInput({ roomNo: as<RoomNo>(room) })));

  expect(printSiteSheets(sheets)).toEqual({
    kind: 'site-sheets',
    title: '考生签到表 2 个考场 · 理论考试',
    exam: '2022年11月1+X Python程序开发职业技能等级证书考试',
    issuedAt: SHEET_ISSUED_AT,
    sheets,
  });
});

it('makes no file of no sheets', () => {
  expect(() => printSiteSheets([])).toThrow(RangeError);
});
