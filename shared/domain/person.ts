/** What the roster says of a candidate as a person. Lives only in sealed boxes and in the station's memory; names as read. */
export interface Person {
  readonly name: string;
  /** 准考证号: opaque text, never a number. */
  readonly ticket: string;
  /** 证件类型 as normalised ("居民身份证") or as read when unknown; '' when missing. */
  readonly idType: string;
  /** 证件号码 normalised (upper-case X, half-width, no blanks); '' when missing. */
  readonly idNumber: string;
  readonly gender: string;
  readonly school: string;
  readonly major: string;
  readonly className: string;
}

/** A member of staff as a person. */
export interface StaffPerson {
  readonly name: string;
}

/** What else is known of a member of staff; '' where nothing is. Lives only in sealed boxes and in memory. */
export interface StaffDetails {
  readonly phone: string;
  /** 专业 that he teaches, several with 、 between them. */
  readonly major: string;
  /** 院系. */
  readonly department: string;
  /** Classes whose 班主任 or 辅导员 he is, several with 、 between them. */
  readonly classes: string;
  readonly remark: string;
}

/** 值班电话: whom to call for what. */
export interface DutyPhone {
  /** "医务", "派出所", "颁证机构". */
  readonly label: string;
  readonly name: string;
  readonly phone: string;
}
