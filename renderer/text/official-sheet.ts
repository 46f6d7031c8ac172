import type { SheetMaker } from '../../shared/domain/official-sheet-events.ts';

/** C27: which 签到表 is signed. */
export const officialSheetText = {
  title: '正式签到表',
  why: '平台也打印签到表。考生只在一份上签字，请主考定下是哪一份。',
  open: '还没有定哪一份是正式签到表',
  choices: {
    platform: '平台打印的是正式的，本站打印的只作工作用表，没有签名栏',
    station: '本站打印的是正式的，考生在上面签字',
  } satisfies Readonly<Record<SheetMaker, string>>,
  chosen: {
    platform: '平台打印件；本站的是工作用表',
    station: '本站打印件',
  } satisfies Readonly<Record<SheetMaker, string>>,
  notChosen: '还没有定；打印的签到表注明“工作用表，非平台正式签到表”',
  leadersOnly: '由主考或副主考选定。',
  changeTitle: '更换正式签到表',
  changeWhy: '已经打印过签到表。更换后请收回原来那一份，重新打印。',
  reason: '更换的原因',
  change: '更换',
} as const;

/** What the room fetches at T−60, once it is chosen; null before. */
export function sheetPickupText(which: SheetMaker | null): string | null {
  if (which === null) return null;
  return which === 'platform'
    ? '领取平台打印的签到表，考生在那一份上签字。本站打印的是工作用表，不签名。'
    : '领取本站打印的签到表，考生在这一份上签字。';
}
