import type { CourseRefusalCode } from '../../shared/domain/course-commands.ts';
import { type Figures, say, type Words } from './error-words.ts';

/** Why nothing was changed in the course of the day: what is wrong, where, and what to do. */
export const COURSE_WORDS: Readonly<Record<CourseRefusalCode, Words>> = {
  'approver-not-chief': say('批准人不是主考，也不是副主考（D22）。', '请选择批准此事的主考或副主考。'),
  'delay-out-of-range': (f) =>
    say(
      `延迟后的开考时间须晚于原定时间，并且与现在定的不同：最早 ${f.time('earliest')}，最晚 ${f.time('latest')}（D23）。`,
      '请改填这之间的时间；时间没有推迟的，不必登记延迟。',
    ),
  'already-started': (f) =>
    say(
      `本科目已在 ${f.time('at')} 宣布开考（${f.rule}）。`,
      f.rule === 'D27'
        ? '已经按推迟的时间开考，不能再撤回；要补时间的，请用「延时」。'
        : '实际晚开的，请填写宣布开考的那一分钟；要补时间的，请用「延时」。',
    ),
  'paper-over': (f) =>
    f.rule === 'D25'
      ? say(
          `补上之后 ${f.time('endsAt')} 就该结束，这一时刻已经过去（D25）。`,
          '请多补几分钟，或者不补时间直接恢复，由主考另行处理。',
        )
      : say(`本科目已在 ${f.time('endsAt')} 结束。`, '不能再推迟或延长；要更正已经发生的，请记一笔并报主考。'),
  'paper-not-running': (f) =>
    say(
      `那时本科目没有在考：${f.time('startsAt')} 开考，${f.time('endsAt')} 结束（${f.rule}）。`,
      '开考前要推迟的，请用「延迟开考」；时间填错的，请改正后再试。',
    ),
  'already-paused': (f) => say(`本科目自 ${f.time('at')} 起已经暂停（D24）。`, '不必重复；继续考试请按「恢复」。'),
  'not-paused': say('那时本科目没有暂停，不能恢复（D24）。', '请看屏幕上方的状态；漏记的暂停，请先补录暂停。'),
  'paper-paused': (f) =>
    say(
      `本科目自 ${f.time('at')} 起暂停，还没有恢复（${f.rule}）。`,
      f.rule === 'D25' ? '请先恢复考试，恢复时一并补时间。' : '请先恢复考试，再办理这一项。',
    ),
  'cutoff-unanswered': (f) =>
    say(
      `中断发生在停止入场（${f.time('closesAt')}）之前，还没有定停止入场的时间是否顺延（R28）。`,
      '请主考决定：顺延，或照原时间停止入场。',
    ),
  'collision-unanswered': (f) =>
    say(
      `${roomOf(f)}本科目 ${f.time('end')} 才结束，下一科 ${f.time('login')} 要登录、${f.time('start')} 要开考，撞上了（C04）。`,
      `请主考决定：下一科延迟到 ${f.time('proposed')} 开考，或维持原时间、由主考另行安排。`,
    ),
  'collision-remains': (f) =>
    say(
      `${roomOf(f)}下一科推迟得还不够：本科目 ${f.time('end')} 才结束（C04）。`,
      `请把下一科定到 ${f.time('proposed')} 或更晚，或选择维持原时间。`,
    ),
  'seat-unknown': (f) => say(`本考场没有人坐在 ${f.text('seat')} 号座位（D25）。`, '请对照座位图，重新选择座位。'),
  'course-changed': (f) =>
    say(
      `刚才别处也调整了本科目的时间，最晚 ${f.time('endsAt')} 结束；这一次没有记录（D25）。`,
      '请核对：同一次延时已经记过的，不要再记；确实还要延的，再确认一次。',
    ),
  'adjustment-unknown': (f) => say(`找不到这一次调整（${f.rule}）。`, '请刷新页面，从调整的清单里重新选择。'),
  'already-withdrawn': (f) => say(`这一次调整已在 ${f.time('at')} 撤回。`, '不必重复；考试系统里请改回撤回前的时间。'),
  'withdrawal-before-now': (f) =>
    f.number('isDelay') === 1
      ? say(
          `撤回后应在 ${f.time('end')} 开考，这一时刻已经过去（D27）。`,
          '不能撤回；要改开考时间的，请再登记一次延迟开考。',
        )
      : say(
          `撤回后应在 ${f.time('end')} 结束，这一时刻已经过去（D27）。`,
          `请主考另定结束时间：不早于现在（${f.time('now')}），不晚于 ${f.time('latest')}。`,
        ),
  'already-set-in-system': say('这一次调整已经勾选为考试系统已设置（D26）。', '不必重复；勾错了的，先撤销。'),
  'seating-not-open': (f) =>
    f.has('opensAt')
      ? say(
          `${f.time('opensAt')} 起、${f.time('closesAt')} 之前才能选择留座连场或离场重进（D29）。`,
          '请到时由主考选择；已经过了的，按离场重进办理。',
        )
      : say('两科之间有 30 分钟以上，不是连场（D29）。', '请考生离场，下一科重新入场。'),
  'seating-not-chosen': say('主考没有选择留座连场（D29）。', '请先由主考选择；没有选的，请考生离场后重新签到。'),
  'not-in-room': (f) =>
    say(
      `${f.text('seat')} 号座位的考生不在上一科考场内：缺考、已离场，或没有报考上一科（D29）。`,
      '不能留座确认；本人到场的，请在「考生签到」签到。',
    ),
  'absent-before': (f) =>
    say(
      `此人上一科缺考（${f.time('at')} 登记），手册没有写能否参加本科目（D30）。`,
      '请报主考；主考同意的，选择批准人后再确认入场。',
    ),
  'eligibility-cancelled': (f) =>
    f.has('at')
      ? say(
          `此人已在 ${f.time('at')} 被取消考试资格（C22）。`,
          '不得入场，请报主考；只有主考批准，才能选择批准人后入场。',
        )
      : say(`${f.text('seat')} 号座位的考生已被取消考试资格（C22）。`, '不能留座确认，请其离场并报主考。'),
  'already-cancelled': (f) =>
    say(`${f.text('seat')} 号座位的考生已在 ${f.time('at')} 取消考试资格（D28）。`, '不必重复；记错了的，先撤销。'),
  'violation-unknown': (f) =>
    say(
      `${f.text('seat')} 号座位的考生没有这一条违纪登记，或已经撤销（D28）。`,
      '取消考试资格须以违纪登记为据，请先登记违纪；口头警告不能作为依据。',
    ),
  'sound-already-so': say('考试中的提示音已经是这样设置的。', '不必重复。'),
  'announcement-twice': say('同一环节、同一科目有两条宣读指令。', '请在文件里只留一条，再重新选择文件。'),
  'time-out-of-range': (f) =>
    say(`这个时间离考试日（${f.text('date')}）太远，没有采用（CK6）。`, '请对照手机或报时，核对日期和时间后重新填写。'),
  'nothing-in-doubt': say(
    '本机的时间没有疑问，不需要调整或核实。',
    '请看屏幕上方的时钟；与标准时间不符的，请告知技术支持。',
  ),
};

function roomOf(f: Figures): string {
  const room = f.has('room') ? f.text('room') : '*';
  return room === '*' ? '' : `${room} 考场：`;
}
