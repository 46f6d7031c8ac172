/** 违纪处理 with nothing in it: what to do when something happens. */
export const NO_VIOLATIONS = {
  title: '没有违纪记录',
  lines: [
    '发现违规：先制止并提醒，情节轻的口头警告（在「座位图」上点该座位）。',
    '仍不改正或情节较重的：两名监考员到场，按 F2 登记违纪，写清时间、行为、证据、机号。',
    '登记后当场告知考生，报告主考，再到监考管理系统登记（R41、R35）。',
  ],
} as const;

/** C26: what taking the 准考证 means for the paper that follows. */
export const TICKET_HELD_NOTE =
  '准考证号是下一科登录所需：暂扣后由监考员保管，登录时出示给考生看；能否参加下一科由主考决定（手册未写明）。';
export const TICKET_HELD_LAST = '暂扣须开收据；考后退还或随证据上交，由主考决定。';

/** Code 67: a typing error is no violation. */
export const CHECK_FIRST = '先核对：输错准考证号的，重新登录并「记一笔」（R26），不算违纪。';

export const FACTS_HINT = '写清时间、行为、证据、机号。如：09:16 用手机拍屏，手机已收，机号 28，前左摄像头';
