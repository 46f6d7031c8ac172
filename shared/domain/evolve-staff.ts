import { confirmationOf } from './act-base.ts';
import type { Event } from './events.ts';
import { gone, posted, type StaffReplacement } from './staff-state.ts';
import type { SiteState, StaffInfo } from './state.ts';
import type { StaffId } from '../ids.ts';

/**
 * One step of who works where. Somebody enlisted a second time (ST1: a room's chain says again what the office's said) keeps
 * all that has happened to him since.
 */
export function evolveStaff(
  site: SiteState,
  event: Event<
    'StaffEnlisted' | 'StaffDescribed' | 'StaffPosted' | 'StaffRemoved' | 'StaffReplaced' | 'DutyPhonesListed'
  >,
): SiteState {
  switch (event.type) {
    case 'StaffEnlisted': {
      const { staff, room } = event.data;
      if (site.staff[staff] !== undefined) return site;
      const posts = [{ room, since: 0 }];
      const enlisted = { ...event.data, isTrained: false, details: null, leftAt: null, isRemoved: false, posts };
      return { ...site, staff: { ...site.staff, [staff]: enlisted } };
    }
    case 'StaffDescribed': {
      const { staff, isTrained, details } = event.data;
      return withStaff(site, staff, (known) => ({ ...known, isTrained, details }));
    }
    case 'StaffPosted': {
      const post = { room: event.data.room, since: event.occurredAt };
      return withStaff(site, event.data.staff, (known) => posted(known, post));
    }
    case 'StaffRemoved':
      return withStaff(site, event.data.staff, (known) => ({ ...gone(known, event.occurredAt), isRemoved: true }));
    case 'StaffReplaced':
      return replaced(site, event);
    case 'DutyPhonesListed':
      return { ...site, dutyPhones: event.data.phones };
  }
}

function withStaff(site: SiteState, staff: StaffId, change: (known: StaffInfo) => StaffInfo): SiteState {
  const known = site.staff[staff];
  return known === undefined ? site : { ...site, staff: { ...site.staff, [staff]: change(known) } };
}

function replaced(site: SiteState, event: Event<'StaffReplaced'>): SiteState {
  const { leaves, comes, room } = event.data;
  const said = { ...confirmationOf(event), ...event.data };
  if (site.replacements.some((one) => isSame(one, said))) return site;
  const without = withStaff(site, leaves, (known) => gone(known, event.occurredAt));
  const after = withStaff(without, comes, (known) => posted(known, { room, since: event.occurredAt }));
  return { ...after, replacements: [...site.replacements, said] };
}

/** Told by two chains it is one. */
function isSame(a: StaffReplacement, b: StaffReplacement): boolean {
  return a.leaves === b.leaves && a.comes === b.comes && a.room === b.room && a.occurredAt === b.occurredAt;
}
