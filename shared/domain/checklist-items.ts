import type { Rules } from './rules.ts';

/** When an item is done, earliest first. */
export const CHECK_MOMENTS = ['weeks', 'week', 'days', 'day-before', 'morning'] as const;
export type CheckMoment = (typeof CHECK_MOMENTS)[number];

/**
 * One thing to be made sure of before the day. `asks`: 'count' = how many there are, against how many are wanted; 'text' =
 * a sentence of who ticks it (who keeps it, where). Sources: S21, S22 the manuals, S22P the slides.
 */
interface ItemFacts {
  readonly scope: 'site' | 'room';
  readonly when: CheckMoment;
  readonly asks: 'nothing' | 'count' | 'text';
  readonly source: string;
}

const ITEMS = {
  // Weeks before.
  'leaders-named': { scope: 'site', when: 'weeks', asks: 'nothing', source: 'S21 五-一' }, // R03, R04
  'arrangement-made': { scope: 'site', when: 'weeks', asks: 'nothing', source: 'S21 五-四; S22 三-二(三)' }, // C15
  'duty-phones-filed': { scope: 'site', when: 'weeks', asks: 'nothing', source: 'S21 五-一' },
  'tech-contact-filed': { scope: 'site', when: 'weeks', asks: 'nothing', source: 'S21 五-一' },
  // A week before.
  'building-safe': { scope: 'site', when: 'week', asks: 'nothing', source: 'S21 三-一(一)' },
  'exam-office-ready': { scope: 'site', when: 'week', asks: 'nothing', source: 'S21 三-一(一)' },
  'backup-power': { scope: 'site', when: 'week', asks: 'nothing', source: 'S21 三-一(一)' },
  'helpers-named': { scope: 'site', when: 'week', asks: 'nothing', source: 'S21 三-一(一)' },
  'router-fits': { scope: 'site', when: 'week', asks: 'nothing', source: 'S21 三-一(二)' },
  'invigilators-chosen': { scope: 'site', when: 'week', asks: 'nothing', source: 'S21 五-一; S22 五-二' }, // R02, R05
  'seats-spaced': { scope: 'room', when: 'week', asks: 'nothing', source: 'S21 三-一(二)' }, // R07
  machines: { scope: 'room', when: 'week', asks: 'count', source: 'S21 五-二; S22 五-一' }, // R01
  'spare-machines': { scope: 'room', when: 'week', asks: 'count', source: 'S22 五-二' }, // R09, C18
  'machines-fit': { scope: 'room', when: 'week', asks: 'nothing', source: 'S21 三-一(二); S22P' }, // C19
  'environment-check': { scope: 'room', when: 'week', asks: 'nothing', source: 'S21 三-一(二)' },
  'software-installed': { scope: 'room', when: 'week', asks: 'nothing', source: 'S21 三-一(二)' },
  'input-methods': { scope: 'room', when: 'week', asks: 'nothing', source: 'S21 三-一(二)' },
  // Some days before.
  'papers-printed': { scope: 'site', when: 'days', asks: 'nothing', source: 'S21 table; S22 五-三' }, // C14
  'white-list-set': { scope: 'site', when: 'days', asks: 'nothing', source: 'S22P' }, // R10
  // The day before.
  'training-held': { scope: 'site', when: 'day-before', asks: 'nothing', source: 'S21 table' }, // R06
  'gate-sign': { scope: 'site', when: 'day-before', asks: 'nothing', source: 'S21 三-一(一)' },
  'notice-board': { scope: 'site', when: 'day-before', asks: 'nothing', source: 'S21 table' }, // R11
  'direction-signs': { scope: 'site', when: 'day-before', asks: 'nothing', source: 'S21 三-一(一)' },
  'closed-area': { scope: 'site', when: 'day-before', asks: 'nothing', source: 'S21 三-一(一)' },
  banner: { scope: 'site', when: 'day-before', asks: 'nothing', source: 'S22 四-一' },
  'site-sealed': { scope: 'site', when: 'day-before', asks: 'text', source: 'S21 table; S22 table' }, // R12
  'restore-card-off': { scope: 'room', when: 'day-before', asks: 'nothing', source: 'S21 三-一(二)' }, // R10
  'address-kept': { scope: 'room', when: 'day-before', asks: 'nothing', source: 'S21 三-一(二)' }, // R10
  'white-list-tried': { scope: 'room', when: 'day-before', asks: 'nothing', source: 'S21 三-一(二); S22P' }, // R10
  'desk-labels': { scope: 'room', when: 'day-before', asks: 'nothing', source: 'S21 table' }, // R12
  'door-sheet': { scope: 'room', when: 'day-before', asks: 'nothing', source: 'S21 table' }, // R11
  'camera-front': { scope: 'room', when: 'day-before', asks: 'nothing', source: 'S21; S22; S22P' }, // R08
  'camera-back': { scope: 'room', when: 'day-before', asks: 'nothing', source: 'S21; S22; S22P' }, // R08
  'video-keeper': { scope: 'room', when: 'day-before', asks: 'text', source: 'S21 三-一, 八-一; S22 五-二' }, // C11, C13
  'room-sealed': { scope: 'room', when: 'day-before', asks: 'text', source: 'S21 table; S22 table' }, // R12
  // The morning.
  'badges-worn': { scope: 'site', when: 'morning', asks: 'nothing', source: 'S21 六-五(一)' }, // R15
  'signals-tried': { scope: 'site', when: 'morning', asks: 'nothing', source: 'S21 主考(五)' },
  'seal-unbroken': { scope: 'room', when: 'morning', asks: 'nothing', source: 'S21 table' }, // R12
  'cameras-on': { scope: 'room', when: 'morning', asks: 'nothing', source: 'S21; S22; S22P' }, // R08
  'machines-started': { scope: 'room', when: 'morning', asks: 'nothing', source: 'S21 table' },
} as const satisfies Readonly<Record<string, ItemFacts>>;

export type CheckItemId = keyof typeof ITEMS;
export const CHECK_ITEM_IDS = Object.keys(ITEMS) as readonly CheckItemId[]; // its keys are the ids

export interface CheckItem extends ItemFacts {
  readonly id: CheckItemId;
}

/** The items of the site or of a room, in the order in which they are done. */
export function checkItemsOf(scope: CheckItem['scope']): readonly CheckItem[] {
  const items = CHECK_ITEM_IDS.map((id) => checkItem(id)).filter((item) => item.scope === scope);
  return CHECK_MOMENTS.flatMap((moment) => items.filter(({ when }) => when === moment));
}

export function checkItem(id: CheckItemId): CheckItem {
  return { id, ...ITEMS[id] };
}

/** How many of it a room for so many candidates needs; null where nothing is counted. */
export function wantedCount(id: CheckItemId, people: number, { spareRatio }: Pick<Rules, 'spareRatio'>): number | null {
  if (id === 'machines') return people;
  // R09: 10 : 1, rounded up; a hair less, because 70 × 0.1 is a hair more than 7.
  if (id === 'spare-machines') return Math.max(0, Math.ceil(people * spareRatio - 1e-9));
  return null;
}

/** The lists that are data of the day: what may be reached, and what must be installed for each level. */
export const SITE_LISTS = ['white-list', 'software-elementary', 'software-intermediate', 'software-advanced'] as const;
export type SiteList = (typeof SITE_LISTS)[number];

/** Who comes into a closed area without being of the room's own staff (R15). */
export const VISITOR_ROLES = ['chief', 'deputy', 'inspector', 'technician', 'other'] as const;
export type VisitorRole = (typeof VISITOR_ROLES)[number];
