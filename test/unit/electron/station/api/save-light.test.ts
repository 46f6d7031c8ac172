import { expect, it } from 'vitest';
import { createSaveHealth, saveLight } from '../../../../../electron/station/api/save-light.ts';

it('保存 shows the gravest of several troubles, and each as long as it lasts', () => {
  const health = createSaveHealth();
  const codes = [saveLight(health, false).code];
  for (const part of ['reboot', 'file', 'backup', 'disk', 'writeTrouble'] as const) {
    health[part] = part;
    codes.push(saveLight(health, false).code);
  }
  expect(codes).toEqual(['saved', 'reboot', 'file', 'backup', 'disk', 'writeTrouble']);
  health.writeTrouble = null;
  expect(saveLight(health, false)).toEqual({ state: 'attention', code: 'disk' });
});
