import type { Role } from '../../shared/domain/events.ts';
import type { RosterProblemCode } from '../../shared/domain/roster.ts';
import type { Level, PaperId } from '../../shared/ids.ts';

export const PAPER_LABELS: Readonly<Record<PaperId, string>> = { theory: '理论', practical: '实操' };
export const PAPER_TITLES: Readonly<Record<PaperId, string>> = { theory: '理论考试', practical: '实操考试' };
export const LEVEL_LABELS: Readonly<Record<Level, string>> = {
  elementary: '初级',
  intermediate: '中级',
  advanced: '高级',
};
export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  chief: '主考',
  deputy: '副主考',
  invigilator: '监考员',
  technician: '技术支持',
  inspector: '巡视',
};

/** What a warning of the import means at the door; codes without a line of their own are shown in general words. */
const MARKS: Partial<Readonly<Record<RosterProblemCode, string>>> = {
  'id-check-digit': '名单里的证件号校验位不对，请以证件原件为准',
  'id-impossible-date': '名单里的证件号出生日期不存在，请以证件原件为准',
  'id-15-digits': '名单里是 15 位旧证件号，请核对新证件',
  'id-length': '名单里的证件号长度不对，请以证件原件为准',
  'missing-id': '名单里没有证件号，请登记并核对原件',
  'unknown-id-type': '证件类型不常见，请核对原件',
  'private-use-character': '姓名含自造字，请核对原件写法',
  'over-capacity': '座位号超出本考场座位数',
  'name-looks-like-formula': '姓名写法异常，请核对原件',
};

/** A mark that stays with the person, as a sentence for the invigilator. */
export function markText(mark: string): string {
  return (MARKS as Readonly<Record<string, string>>)[mark] ?? '名单导入时有提示，请核对证件原件';
}
