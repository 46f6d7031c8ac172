import type { RoomNo, StaffId } from '../ids.ts';
import type { Approval } from './course-events.ts';
import type { SealedBox } from './schema-parts.ts';
import type { Confirmation, SiteState, StaffInfo } from './state.ts';

/** Where somebody works from an instant on (UTC ms; 0 = from the beginning), until the next one. */
export interface StaffPost {
  readonly room: RoomNo | null;
  readonly since: number;
}

/** 更换监考员 as it was recorded. */
export interface StaffReplacement extends Confirmation {
  readonly room: RoomNo;
  readonly leaves: StaffId;
  readonly comes: StaffId;
  readonly opinion: SealedBox;
  readonly approval: Approval;
}

/** The person in another place from then on; the one that he has already is no news. */
export function posted(staff: StaffInfo, post: StaffPost): StaffInfo {
  if (staff.leftAt === null && staff.room === post.room) return staff;
  return { ...staff, room: post.room, leftAt: null, isRemoved: false, posts: [...staff.posts, post] };
}

/** ST5: on duty nowhere from then on. */
export function gone(staff: StaffInfo, leftAt: number): StaffInfo {
  return { ...staff, room: null, leftAt, posts: [...staff.posts, { room: null, since: leftAt }] };
}

interface Span {
  readonly from: number;
  readonly until: number;
}

/**
 * ST7: whoever was a room's invigilator at some instant of `[from, until]`, in the order of their enlisting: replaced
 * before it or come after it, one is not among them.
 */
export function invigilatorsDuring(site: Pick<SiteState, 'staff'>, room: RoomNo, span: Span): readonly StaffInfo[] {
  return Object.values(site.staff).filter((staff) => staff.role === 'invigilator' && wasIn(staff, room, span));
}

function wasIn({ posts }: StaffInfo, room: RoomNo, { from, until }: Span): boolean {
  const inOrder = posts.toSorted((a, b) => a.since - b.since);
  return inOrder.some((post, at) => {
    const end = inOrder[at + 1]?.since ?? Number.POSITIVE_INFINITY;
    return post.room === room && post.since <= until && end > from;
  });
}
