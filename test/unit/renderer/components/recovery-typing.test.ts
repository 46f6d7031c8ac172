import { describe, expect, it } from 'vitest';
import { noGroups, pasteGroups, typeGroup, wrongGroups } from '../../../../renderer/components/recovery-typing.ts';
import { formatRecoveryCode } from '../../../../shared/recovery-code.ts';

const CODE = formatRecoveryCode(Uint8Array.from({ length: 16 }, (_, at) => at * 19 + 3));
const NO_GROUPS = noGroups(8);
const [FIRST = '', SECOND = '', THIRD = ''] = CODE;

describe('a recovery code as it is typed', () => {
  it('a whole group leads on to the next field, the last one stays', () => {
    expect(typeGroup(NO_GROUPS, 0, FIRST)).toEqual({ groups: NO_GROUPS.with(0, FIRST), goTo: 1 });
    expect(typeGroup(NO_GROUPS, 7, FIRST)).toEqual({ groups: NO_GROUPS.with(7, FIRST), goTo: 7 });
  });

  it('a part of a group stays where it is', () => {
    expect(typeGroup(NO_GROUPS, 2, '1234')).toEqual({ groups: NO_GROUPS.with(2, '1234'), goTo: null });
  });

  it('a wrong group stays, and is named', () => {
    const typed = typeGroup(NO_GROUPS, 3, '000012');
    expect(typed).toEqual({ groups: NO_GROUPS.with(3, '000012'), goTo: 3 });
    expect(wrongGroups(typed.groups)).toEqual([4]);
  });

  it('typed on over a wrong group, nothing of the rest strays into the next field; deleting and retyping go on', () => {
    const wrong = NO_GROUPS.with(2, '000012');
    expect(typeGroup(wrong, 2, '0000127')).toEqual({ groups: wrong, goTo: null });
    expect(typeGroup(wrong, 2, '00001')).toEqual({ groups: NO_GROUPS.with(2, '00001'), goTo: null });
    expect(typeGroup(wrong, 2, '')).toEqual({ groups: NO_GROUPS, goTo: null });
    expect(typeGroup(wrong, 2, FIRST)).toEqual({ groups: NO_GROUPS.with(2, FIRST), goTo: 3 });
  });

  it('full-width digits of an input method are digits; blanks, dashes and letters are left out', () => {
    expect(typeGroup(NO_GROUPS, 0, '１２ 3-四x4').groups[0]).toBe('1234');
  });

  it('typed on through a full group, the rest stands in the next field', () => {
    expect(typeGroup(NO_GROUPS, 0, `${FIRST}${SECOND.slice(0, 2)}`)).toEqual({
      groups: NO_GROUPS.with(0, FIRST).with(1, SECOND.slice(0, 2)),
      goTo: 1,
    });
  });

  it('the same text once more does not move the focus', () => {
    const groups = NO_GROUPS.with(0, FIRST);
    expect(typeGroup(groups, 0, FIRST)).toEqual({ groups, goTo: null });
  });

  it('a whole code fills all fields from wherever it is pasted, in whatever form', () => {
    for (const text of [
      CODE.join(''),
      CODE.join('-'),
      `${CODE.slice(0, 4).join('  ')}\r\n${CODE.slice(4).join('  ')}`,
    ]) {
      expect(pasteGroups(NO_GROUPS, 5, text)).toEqual({ groups: CODE, goTo: 7 });
    }
  });

  it('some groups are pasted from the field on, and the first that is wrong is gone to', () => {
    expect(pasteGroups(NO_GROUPS, 1, `${FIRST} ${SECOND} ${THIRD}`).goTo).toBe(4);
    const pasted = pasteGroups(NO_GROUPS, 1, `${FIRST} 000012 ${THIRD}`);
    expect([pasted.groups.slice(0, 5), pasted.goTo]).toEqual([['', FIRST, '000012', THIRD, ''], 2]);
  });

  it('pasted text without a digit changes nothing; more than fits is cut', () => {
    expect(pasteGroups(NO_GROUPS, 1, '恢复码')).toEqual({ groups: NO_GROUPS, goTo: null });
    expect(pasteGroups(NO_GROUPS, 7, `${FIRST}${SECOND}`)).toEqual({ groups: NO_GROUPS.with(7, FIRST), goTo: 7 });
  });
});
