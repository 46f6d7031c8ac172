import type { IdNumberRule } from './id-number.ts';

/** A kind of document 证件类型: the name it is stored under and the rule its numbers follow. */
export interface IdType {
  readonly name: string;
  readonly rule: IdNumberRule;
}

// The closed list of 1+X is not public. These are the kinds that rosters and other exams' import rules name; another
// spelling of one kind is stored under the kind's own name, everything else as read.
const ID_TYPES: readonly (IdType & { readonly alsoWritten: readonly string[] })[] = [
  {
    name: '居民身份证',
    rule: 'resident',
    alsoWritten: [
      '身份证',
      '二代身份证',
      '第二代身份证',
      '第二代居民身份证',
      '中华人民共和国居民身份证',
      '临时居民身份证',
      '临时身份证',
    ],
  },
  {
    name: '港澳台居民居住证',
    rule: 'residence-permit',
    alsoWritten: ['港澳居民居住证', '台湾居民居住证', '港澳台居住证', '港澳台居民身份证明'],
  },
  { name: '外国人永久居留身份证', rule: 'foreign-permit', alsoWritten: ['外国人永久居留证'] },
  { name: '外国护照', rule: 'passport', alsoWritten: ['外籍护照'] },
  { name: '护照', rule: 'passport', alsoWritten: ['中国护照', '普通护照'] },
  { name: '港澳居民来往内地通行证', rule: 'travel-permit', alsoWritten: ['港澳通行证', '回乡证'] },
  { name: '台湾居民来往大陆通行证', rule: 'travel-permit', alsoWritten: ['台湾通行证', '台胞证'] },
  { name: '军官证', rule: 'free', alsoWritten: [] },
  { name: '士兵证', rule: 'free', alsoWritten: [] },
  { name: '文职干部证', rule: 'free', alsoWritten: [] },
  { name: '军官证、文职干部或士兵证', rule: 'free', alsoWritten: [] },
  { name: '香港身份证', rule: 'free', alsoWritten: [] },
  { name: '澳门身份证', rule: 'free', alsoWritten: [] },
  { name: '台湾身份证', rule: 'free', alsoWritten: [] },
  { name: '社会保障卡', rule: 'free', alsoWritten: [] },
];

const BY_WORD = new Map<string, IdType>(
  ID_TYPES.flatMap(({ name, rule, alsoWritten }) =>
    [name, ...alsoWritten].map((word): [string, IdType] => [word, { name, rule }]),
  ),
);

/** The kind that a list means by a word; undefined when no kind is known by it. */
export function findIdType(word: string): IdType | undefined {
  return BY_WORD.get(word);
}
