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
