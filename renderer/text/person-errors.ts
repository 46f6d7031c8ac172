import type { ContractErrorCode } from '../../shared/contract/call.ts';
import type { Role } from '../../shared/domain/events.ts';
import type { PeopleRefusalCode } from '../../shared/domain/people-commands.ts';
import { type Figures, say, type Words } from './error-words.ts';
import { ROLE_LABELS } from './words.ts';

type PersonErrorCode =
  | Exclude<PeopleRefusalCode, 'staff-unknown'>
  | Extract<ContractErrorCode, 'signed-out' | 'pin-wrong' | 'pin-wait' | 'role-not-allowed'>;

/** Who may not, who was not recognised, and what is still to be confirmed. */
export const PERSON_WORDS: Readonly<Record<PersonErrorCode, Words>> = {
  'role-not-allowed': (f) =>
    say(
      `这一项由${rolesText(f)}办理，当前操作的人不能办理（${f.rule}）。`,
      '请在右上角「当前操作」换人，由其本人输入 PIN。',
    ),
  'signed-out': say('当前操作的人已经离开，要再输一次 PIN。', '输入 PIN 后接着办理，刚才填写的都还在。'),
  'pin-wrong': (f) =>
    f.number('seconds') > 0
      ? say(`PIN 不对，已连续 ${f.text('wrong')} 次。`, `请在 ${f.text('seconds')} 秒后再试；换别人操作不用等。`)
      : say('PIN 不对。', '请重新输入本人的 PIN。'),
  'pin-wait': (f) =>
    say(
      `连续 ${f.text('wrong')} 次 PIN 不对，要等一会儿再试。`,
      `请在 ${f.text('seconds')} 秒后再试；不会锁死，换别人操作不用等。`,
    ),
  'second-not-confirmed': (f) =>
    f.number('byName') > 0
      ? say(
          '两个人都没有核 PIN，两人共同办理的事项不能这样登记（PP4）。',
          '请其中一人用 PIN 办理；两人都忘记的，请主考在本机登录后重设一人的 PIN。',
        )
      : say('第二人还没有确认，或确认已过 60 秒。', '请第二人输入自己的 PIN，再办理一次。'),
  'approver-not-confirmed': say(
    '批准人还没有确认，或确认已过 60 秒（D22）。',
    '请主考本人输入 PIN；主考不在场的，改选电话批准。',
  ),
  'approval-code-wrong': (f) =>
    f.number('seconds') > 0
      ? say(
          '批准码连续输错，这一次没有核对（D22）。',
          `请在 ${f.text('seconds')} 秒后再试；急办的，改选“已电话请示”，由两人确认。`,
        )
      : say(
          `批准码不对（第 ${f.text('number')} 号，D22）。`,
          '请再向主考核对请求码和批准码；仍不对的，改选“已电话请示”，由两人确认。',
        ),
  'approval-code-used': (f) =>
    say(`第 ${f.text('number')} 号批准码已经用过（D22）。`, '请用屏幕上新的请求码，再请主考给一个批准码。'),
  'by-name-not-open': (f) =>
    say(
      '现在不能不用 PIN 继续（PP4）。',
      `只在考试进行中、本人的 PIN 连续 ${f.text('pins')} 次不对之后可以；平时请主考重设 PIN。`,
    ),
  'nothing-to-ratify': say('这一项已经追认，或不需要追认。', '不必重复。'),
  'pin-of-leader': say('主考、副主考的 PIN 不能由别人重设。', '本人可在「设置」里修改；忘记的凭恢复单重设。'),
  'seat-taken': (f) => say(`座位 ${f.text('seat')} 有考生（R38）。`, '请另选一个空的座位或备用机。'),
  'seat-same': (f) => say(`此人已在座位 ${f.text('seat')}。`, '请填写要换到的座位。'),
  'seat-moved-meanwhile': (f) => say(`此人的座位刚才已改为 ${f.text('seat')}。`, '请核对后再办理。'),
};

function rolesText(f: Figures): string {
  const roles = f.text('allowed').split(' ');
  return roles.map((role) => (Object.hasOwn(ROLE_LABELS, role) ? ROLE_LABELS[role as Role] : role)).join('、');
}
