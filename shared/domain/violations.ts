import type { Rules } from './rules.ts';

/** 违纪, 作弊, 扰乱秩序, and local codes of computer acts. */
export type ViolationClass = 'discipline' | 'cheating' | 'disorder';

/** One line of the catalogue (domain.md §2.5; 33 号令 Arts 5–8 by reference, X.. = local proposals for computer acts). */
export interface ViolationKind {
  readonly code: string;
  readonly behaviour: string;
  /** "5(一)" of 33 号令; "" for local codes. */
  readonly article: string;
  readonly class: ViolationClass;
  /** 口头警告 may come first. */
  readonly mayWarn: boolean;
  /** Where a first check is needed before it is called a violation (67: a typing error means log in again, R26). */
  readonly checkFirst: boolean;
}

/**
 * What an invigilator can find in a computer room. Left out: 58 (pens and paper), 72–75 (found by the office), X6 (leaving
 * full screen is an event of the exam system, no violation).
 */
export const VIOLATIONS: readonly ViolationKind[] = [
  line('51', '携带规定以外的物品进场，或未放在指定位置', '5(一)', 'discipline', { mayWarn: true }),
  line('52', '未在规定的座位考试', '5(二)', 'discipline', { mayWarn: true }),
  line('53', '开始信号前答题，或结束信号后继续答题', '5(三)', 'discipline', { mayWarn: true }),
  line('54', '旁窥、交头接耳、互打暗号或手势', '5(四)', 'discipline', { mayWarn: true }),
  line('55', '喧哗、吸烟或影响考场秩序', '5(五)', 'discipline', { mayWarn: true }),
  line('56', '未经允许擅自离开考场', '5(六)', 'discipline', { mayWarn: true }),
  line('57', '将考试用纸带出考场', '5(七)', 'discipline', {}),
  line('59', '其他违反考场规则、未构成作弊的行为', '5(九)', 'discipline', { mayWarn: true }),
  line('X1', '自行重新启动计算机', '', 'discipline', { mayWarn: true }),
  line('X2', '使用或交换存储介质', '', 'discipline', { mayWarn: true }),
  line('X3', '卸载软件', '', 'discipline', { mayWarn: true }),
  line('X4', '建立网络共享', '', 'discipline', { mayWarn: true }),
  line('X5', '网络搜索或访问白名单以外的网址', '', 'discipline', { mayWarn: true }),
  line('X7', '移动或删除素材文件夹、作答文件夹', '', 'discipline', { mayWarn: true }),
  line('61', '携带与考试相关的材料或存有资料的电子设备', '6(一)', 'cheating', {}),
  line('62', '抄袭或协助他人抄袭', '6(二)', 'cheating', {}),
  line('63', '抢夺、窃取他人答卷，或胁迫他人协助', '6(三)', 'cheating', {}),
  line('64', '携带有发送或接收信息功能的设备', '6(四)', 'cheating', {}),
  line('65', '由他人冒名代替考试', '6(五)', 'cheating', {}),
  line('66', '故意销毁答卷或考试材料', '6(六)', 'cheating', {}),
  line('67', '填写与本人身份不符的信息', '6(七)', 'cheating', { checkFirst: true }),
  line('68', '传、接物品或交换答案', '6(八)', 'cheating', {}),
  line('69', '其他作弊行为', '6(九)', 'cheating', {}),
  line('71', '伪造证件、证明取得考试资格', '7(一)', 'cheating', {}),
  line('81', '故意扰乱考点、考场秩序', '8(一)', 'disorder', {}),
  line('82', '拒绝、妨碍工作人员履行职责', '8(二)', 'disorder', { mayWarn: true }),
  line('83', '威胁、侮辱、诽谤工作人员或其他考生', '8(三)', 'disorder', {}),
  line('84', '故意损坏考场设施设备', '8(四)', 'disorder', {}),
  line('85', '其他扰乱考试秩序的行为', '8(五)', 'disorder', {}),
];

/** The catalogue under the day's rules: searching the network is listed only where the edition forbids it (C20). */
export function violationsFor(rules: Pick<Rules, 'isNetSearchForbidden'>): readonly ViolationKind[] {
  return VIOLATIONS.filter(({ code }) => code !== 'X5' || rules.isNetSearchForbidden);
}

/** A line of the catalogue; undefined for a code it does not have. */
export function findViolation(code: string): ViolationKind | undefined {
  return VIOLATIONS.find((kind) => kind.code === code);
}

function line(
  code: string,
  behaviour: string,
  article: string,
  kind: ViolationClass,
  { mayWarn = false, checkFirst = false }: { readonly mayWarn?: boolean; readonly checkFirst?: boolean },
): ViolationKind {
  return { code, behaviour, article, class: kind, mayWarn, checkFirst };
}
