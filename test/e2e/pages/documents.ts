import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { coSign } from './first-start.ts';
import { pdfText } from '../../support/poppler.ts';

/** 文书打印. */
export class DocumentsPage {
  readonly page: Page;
  /** The record as it lies on screen. */
  readonly record: Locator;

  constructor(page: Page) {
    this.page = page;
    this.record = page.getByRole('article', { name: /考场情况记录单/ });
  }

  async open(): Promise<void> {
    await this.page.getByRole('navigation').getByRole('button', { name: '文书打印', exact: true }).click();
  }

  signer(name: string): Locator {
    return this.page.getByRole('list', { name: '签名' }).getByRole('listitem').filter({ hasText: name });
  }

  /** F2 calls for the next one's signature, once the preview that it is for has its keys. */
  async nextSigns(name: string): Promise<void> {
    const dialog = this.page.getByRole('dialog', { name: new RegExp(`${name} 签名`) });
    await expect(async () => {
      await this.page.keyboard.press('F2');
      await expect(dialog).toBeVisible({ timeout: 1000 });
    }).toPass();
  }

  /** Signs with the mouse, as this person, by his PIN where another acts; the dialog is opened by key or button before. */
  async draw(name: string, pin: string | null = null, where: 'list' | 'in-file' = 'list'): Promise<void> {
    const dialog = this.page.getByRole('dialog', { name: new RegExp(`${name} 签名`) });
    const confirm = dialog.getByRole('button', { name: '确认签名' });
    await expect(confirm).toBeDisabled();
    const box = await dialog
      .getByRole('group', { name: /手写签名区/ })
      .locator('canvas')
      .boundingBox();
    if (box === null) throw new Error('no field to sign in');
    const { mouse } = this.page;
    for (const row of [0.35, 0.6]) {
      await mouse.move(box.x + box.width * 0.3, box.y + box.height * row);
      await mouse.down();
      for (let step = 1; step <= 12; step += 1)
        await mouse.move(box.x + box.width * (0.3 + step * 0.03), box.y + box.height * (row + 0.1 * Math.sin(step)));
      await mouse.up();
    }
    await confirm.click();
    if (pin !== null) await coSign(this.page, pin);
    await expect(dialog).toBeHidden();
    if (where === 'list') await expect(this.signer(name)).toContainText('已签');
    else await expect(this.page.getByRole('list', { name: '已签名' })).toContainText(name);
  }

  /** The text of the paper that lies open, as poppler reads it. */
  async openedText(): Promise<string> {
    return pdfText(await this.openedFile());
  }

  /** The paper that lies open, as it is saved. */
  async openedFile(): Promise<Uint8Array> {
    return this.#saved(this.page.getByRole('link', { name: '另存' }));
  }

  /** The root certificate that 设置 gives to somebody outside, DER. */
  async rootCertificate(): Promise<Uint8Array> {
    await this.page.getByRole('navigation').getByRole('button', { name: '设置', exact: true }).click();
    const pem = await this.#saved(this.page.getByRole('button', { name: /的根证书/ }));
    return Buffer.from(
      Buffer.from(pem)
        .toString('utf8')
        .replaceAll(/-----[^-]+-----|\s/g, ''),
      'base64',
    );
  }

  async #saved(act: Locator): Promise<Uint8Array> {
    const saving = this.page.waitForEvent('download');
    await act.click();
    const download = await saving;
    return readFileSync(await download.path());
  }
}
