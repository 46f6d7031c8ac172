import { describe, expect, it } from 'vitest';
import { sealedBoxSchema } from '../../../../../shared/domain/schema-parts.ts';
import { as, type DayId } from '../../../../../shared/ids.ts';
import { createDayKey, loadDayKey } from '../../../../../electron/station/keys/day-key.ts';
import { createBoxes } from '../../../../../electron/station/keys/sealed-box.ts';
import { memorySecrets, seededIds, unwrap } from '../../../../support/journal-fixture.ts';

const day = as<DayId>('1'.repeat(32));
const secrets = memorySecrets();
const dayKey = createDayKey(day, { ids: seededIds('k'), secrets });
const boxes = createBoxes(dayKey, seededIds('n'));
const box = boxes.sealText('CandidateEnrolled', 'person', '欧阳·娜娜');

/** Base64 with the byte at `index` changed. */
function flip(base64: string, index: number): string {
  const bytes = Buffer.from(base64, 'base64');
  bytes[index] = (bytes[index] ?? 0) ^ 1;
  return bytes.toString('base64');
}

describe('a sealed box', () => {
  it.each(['', 'a', '欧阳·娜娜', '\uFEFF𬱖 x', 'x'.repeat(100_000)])('gives its text back (%#)', (text) => {
    const sealed = boxes.sealText('EntryRefused', 'note', text);
    expect(sealedBoxSchema.parse(sealed)).toEqual(sealed);
    expect(boxes.openText('EntryRefused', 'note', sealed)).toEqual({ ok: true, value: text });
  });

  it('gives bytes back, and says when they are no text', () => {
    const sealed = boxes.sealBytes('PaperIssued', 'file', Uint8Array.of(0xff, 0, 1));
    expect(Uint8Array.from(unwrap(boxes.openBytes('PaperIssued', 'file', sealed)))).toEqual(Uint8Array.of(0xff, 0, 1));
    expect(boxes.openText('PaperIssued', 'file', sealed)).toEqual({ ok: false, error: 'not-text' });
  });

  it('differs each time, so that equal texts do not show', () => {
    const again = boxes.sealText('CandidateEnrolled', 'person', '欧阳·娜娜');
    expect([again.nonce === box.nonce, again.ct === box.ct]).toEqual([false, false]);
  });

  it('opens only as the event type and field it was sealed as', () => {
    expect(boxes.openText('CandidateMoved', 'person', box)).toEqual({ ok: false, error: 'not-authentic' });
    expect(boxes.openText('CandidateEnrolled', 'idHash', box)).toEqual({ ok: false, error: 'not-authentic' });
    expect(boxes.openText('CandidateEnrolledperson', '', box)).toEqual({ ok: false, error: 'not-authentic' });
  });

  it('opens only on its day, even under the same key', () => {
    const otherDay = as<DayId>('2'.repeat(32));
    secrets.write(`day-${otherDay}`, secrets.read(`day-${day}`)!);
    const others = createBoxes(unwrap(loadDayKey(otherDay, secrets)), seededIds('n'));
    expect(others.openText('CandidateEnrolled', 'person', box)).toEqual({ ok: false, error: 'not-authentic' });
  });

  it('is told from one of another key, also when it claims this one', () => {
    const strangers = createBoxes(
      createDayKey(day, { ids: seededIds('other'), secrets: memorySecrets() }),
      seededIds('n'),
    );
    const strange = strangers.sealText('CandidateEnrolled', 'person', 'x');
    expect(boxes.openText('CandidateEnrolled', 'person', strange)).toEqual({ ok: false, error: 'other-key' });
    const claimed = { ...strange, keyId: dayKey.keyId };
    expect(boxes.openText('CandidateEnrolled', 'person', claimed)).toEqual({ ok: false, error: 'not-authentic' });
  });

  it.each([
    ['a changed text', { ct: flip(box.ct, 0) }, 'not-authentic'],
    ['a changed tag', { ct: flip(box.ct, Buffer.from(box.ct, 'base64').length - 1) }, 'not-authentic'],
    ['a changed nonce', { nonce: flip(box.nonce, 3) }, 'not-authentic'],
    ['a short nonce', { nonce: 'AAAA' }, 'malformed'],
    ['no room for a tag', { ct: 'AAAA' }, 'malformed'],
  ] as const)('with %s does not open', (_, changes, error) => {
    expect(boxes.openText('CandidateEnrolled', 'person', { ...box, ...changes })).toEqual({ ok: false, error });
  });
});
