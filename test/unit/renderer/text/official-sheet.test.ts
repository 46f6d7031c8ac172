import { expect, it } from 'vitest';
import { sheetPickupText } from '../../../../renderer/text/official-sheet.ts';

it('[CL6] says at T−60 which sheet is fetched to be signed, once that is chosen', () => {
  expect(sheetPickupText('platform')).toContain('领取平台打印的签到表');
  expect(sheetPickupText('station')).toContain('领取本站打印的签到表');
  expect(sheetPickupText(null)).toBeNull();
});
