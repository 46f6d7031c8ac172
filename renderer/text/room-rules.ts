import type { Edition, Rules } from '../../shared/domain/rules.ts';

/** 考场规则, worded from the facts of each edition's twelve items; the editions are not merged. */
const COMMON = {
  papers: '考试分理论和实操两科，都在计算机上进行，统一开考。登录、答题、交卷都在考试系统里完成。',
  items:
    '座位上不得有书籍、笔记、报刊、稿纸，不得有计算器、移动硬盘、光盘、U 盘、MP3、手机、蓝牙耳机等能计算、存储或通讯的物品；书包、外套放到监考员指定的位置。',
  start: '监考员宣布开考后方可答题。',
  trouble: '计算机或网络出现问题，举手示意，由监考员处理。不得询问计算机操作和试题内容。',
  leave: '提前交卷请举手，经允许后方可离场。终止信号发出后立即停止答题，经允许后离场。',
  own: '未按要求登录、答题、保存、交卷，致使系统不能正确记录的，责任自负。',
  obey: '服从考试工作人员管理，不得妨碍其工作。扰乱秩序或恐吓、威胁工作人员的，送交公安机关并通知所在单位。',
  cancel: '违反规则、不服从管理或者作弊的，取消考试资格。',
} as const;

/**
 * The twelve items to be read out, with the day's own figures (C01: the login the chief chose). The manual of 2024 is not in
 * hand: its day gets the items of 2022 where leaving full screen submits (C21), else those of 2021; the screen says so.
 */
export function roomRules(edition: Edition, rules: Rules): readonly string[] {
  const isAfter2022 = edition === 'R2022' || (edition === 'R2024' && rules.submitsOnLeavingFullScreen);
  return isAfter2022 ? itemsOf2022(rules) : itemsOf2021(rules);
}

function itemsOf2021(rules: Rules): readonly string[] {
  return [
    COMMON.papers,
    entry(rules),
    lateAndLeave(rules),
    COMMON.items,
    `开考前 ${-rules.loginOpenOffsetMin} 分钟录入个人信息，登录考试系统，阅读考场规则和操作指南，等待开考；开考前不得答题。`,
    COMMON.start,
    COMMON.trouble,
    silence(rules),
    COMMON.leave,
    COMMON.own,
    COMMON.obey,
    COMMON.cancel,
  ];
}

function itemsOf2022(rules: Rules): readonly string[] {
  return [
    COMMON.papers,
    entry(rules) + lateAndLeave(rules),
    COMMON.items,
    `开考前 ${-rules.loginOpenOffsetMin} 分钟按准考证录入信息，登录并进入考试；开考前不得答题。`,
    COMMON.start,
    '理论考试全程全屏作答。关闭或缩小页面即为交卷，本科考试随之结束。',
    COMMON.trouble,
    silence(rules),
    COMMON.leave,
    COMMON.own,
    COMMON.obey,
    COMMON.cancel,
  ];
}

function entry(rules: Rules): string {
  return `开考前 ${-rules.admissionOpenOffsetMin} 分钟起凭准考证和身份证原件入场，对号入座，将两证放在桌面指定位置备查。`;
}

function lateAndLeave(rules: Rules): string {
  return `迟到 ${rules.lateCutoffOffsetMin} 分钟禁止入场。开考后 ${rules.leaveBanFirstMin} 分钟内和结束前 ${rules.leaveBanLastMin} 分钟内不得交卷离场。`;
}

function silence(rules: Rules): string {
  const search = rules.isNetSearchForbidden ? '、进行网络搜索' : '';
  return `保持安静，不得交头接耳、传递纸条、打手势、旁窥、抄袭；不得重新启动计算机、使用或交换存储介质、卸载软件、建立网络共享${search}。`;
}
