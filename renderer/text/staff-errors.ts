import type { ContractErrorCode } from '../../shared/contract/call.ts';
import type { RecusalFact } from '../../shared/domain/recusal.ts';
import type { StaffRefusalCode } from '../../shared/domain/staff-commands.ts';
import { type Figures, say, type Words } from './error-words.ts';

type StaffErrorCode = StaffRefusalCode | Extract<ContractErrorCode, 'staff-without-heading'>;

/** Why somebody does not work there, or acts no more. */
export const STAFF_WORDS: Readonly<Record<StaffErrorCode, Words>> = {
  'actor-left': (f) =>
    say(
      `此人已在 ${f.time('at')} 更换离岗，不能再办理（ST5）。`,
      '请由接替的监考员办理；此前的记录仍然有效。要回来的，请主考再更换一次。',
    ),
  'actor-unassigned': say('此人还没有分到考场（ST3）。', '请先在本机「到岗」，或请主考分派考场。'),
  'staff-left': (f) => say(`此人已在 ${f.time('at')} 更换离岗。`, '要请他回来，请用「更换监考员」。'),
  'not-trained': say(
    '此人没有登记考前培训，未经培训不得监考（R06）。',
    '已参加培训的，请主考在「考务人员」里勾选后再办理。',
  ),
  'recusal-needed': (f) =>
    say(`${recusalText(f)}，须回避 ${f.text('room')} 考场（R05）。`, '请分派到其他考场，或另选一人。'),
  'not-postable': say('主考、副主考、巡视负责整个考点，不分派考场。', '需要分派的是监考员和技术支持。'),
  'already-posted': (f) =>
    f.text('room') === ''
      ? say('此人本来就没有考场。', '不必再撤下。')
      : say(`此人已在 ${f.text('room')} 考场。`, '不必重复。'),
  'posted-elsewhere': (f) =>
    say(`此人现在是 ${f.text('room')} 考场的监考员。`, '请选择没有考场的监考员；确要抽调的，请先把他撤出原考场。'),
  'not-in-this-room': (f) => say(`要更换的人不是 ${f.text('room')} 考场的监考员。`, '请刷新页面，看清现在是谁。'),
  'staff-list-empty': say('名单里没有可以导入的人。', '请看下面的问题，改正后重新选择文件。'),
  'staff-not-removable': say('主考和本人不能移出名单。', '要换主考，请重新建立考核日；本人请由主考移出。'),
  'staff-has-acted': say(
    '此人已有记录在案，不能移出名单。',
    '不再监考的，请用「更换」或在「分派」里撤出考场；记录仍然有效。',
  ),
  'staff-without-heading': say(
    '没有找到「姓名」和「角色」两栏，像是别的表。',
    '请用有「姓名、角色」标题行的考务人员名单；考生名单请在「名单」里导入。',
  ),
};

function recusalText(f: Figures): string {
  return RECUSAL_WORDS[f.text('kind') as RecusalFact['kind']](f.text('word'));
}

/** Why somebody must keep away, without a candidate's name. */
export const RECUSAL_WORDS: Readonly<Record<RecusalFact['kind'], (word: string) => string>> = {
  class: (word) => `此人是 ${word} 的班主任、辅导员或任课教师`,
  major: (word) => `此人任教 ${word} 专业`,
  department: (word) => `此人与 ${word} 同院系`,
};
