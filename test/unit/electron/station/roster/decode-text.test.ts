import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../../../electron/station/roster/decode-text.ts';

const hex = (bytes: string) => Buffer.from(bytes.replaceAll(' ', ''), 'hex');

describe('decodeText', () => {
  it.each([
    ['UTF-8 with a mark', Buffer.from('\ufeff王䶮'), '王䶮'],
    ['UTF-8 without one', Buffer.from('王𬱖'), '王𬱖'],
    ['UTF-16 as Excel saves "Unicode text"', Buffer.from('\ufeff王䶮', 'utf16le'), '王䶮'],
    ['UTF-16 the other way round', hex('fe ff 73 8b 4d ae'), '王䶮'],
    ['GB 18030: 王䶮㛃𬱖·', hex('cdf5 fe9f 8230b731 9933c336 a1a4'), '王䶮㛃𬱖·'],
  ])('reads %s', (_, bytes, text) => {
    expect(decodeText(bytes)).toEqual({ ok: true, value: text });
  });

  it('refuses bytes that are neither, and a file that breaks its own mark', () => {
    expect(decodeText(hex('61 ff ff 62'))).toEqual({
      ok: false,
      error: { code: 'file-encoding-unknown', details: { tried: 'utf-8, gb18030' } },
    });
    expect(decodeText(hex('ef bb bf cd f5')).ok).toBe(false);
  });
});
