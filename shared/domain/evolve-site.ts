import { isSameValue } from '../canonical.ts';
import { refOf } from './act-base.ts';
import { evolveChecks } from './checks-state.ts';
import type { Event } from './events.ts';
import { evolveKeys } from './evolve-keys.ts';
import { evolvePackages, withApprovalCodes } from './evolve-packages.ts';
import { evolveRoom } from './evolve-room.ts';
import { evolveStaff } from './evolve-staff.ts';
import { evolveLots } from './lots-state.ts';
import type { SiteState, StationInfo } from './state.ts';

/** One step of the site's state in merged order. Total: an event it does not know leaves the state as it is. */
export function evolveSite(before: SiteState, event: Event): SiteState {
  const site: SiteState = {
    ...before,
    common: evolveRoom(before.common, event),
    packages: evolvePackages(before.packages, event),
  };
  switch (event.type) {
    case 'ChainOpened':
      return withStation(withReopening(site, event), event, {
        label: event.data.label,
        publicKey: event.data.publicKey,
        epoch: Math.max(event.epoch, site.stations[event.station]?.epoch ?? 0),
      });
    case 'DayMade':
      if (site.day === null) return { ...site, day: event.data };
      // A room that began with the package says the same day once more (PK4).
      return isSameValue(site.day, event.data) ? site : { ...site, rivalDays: [...site.rivalDays, refOf(event)] };
    case 'StaffEnlisted':
    case 'StaffDescribed':
    case 'StaffPosted':
    case 'StaffRemoved':
    case 'StaffReplaced':
    case 'DutyPhonesListed':
      return evolveStaff(site, event);
    case 'ApprovalCodesListed':
      return { ...site, approvalCodes: withApprovalCodes(site.approvalCodes, event.data) };
    case 'StationBound':
      return withStation(site, event, { binding: event.data.binding });
    case 'OtherRoomsIndexed': {
      // A room's list replaces what was said of it before: who left it is not sent there any more.
      const said = Object.entries(site.otherRooms).filter(([, room]) => !Object.hasOwn(event.data.rooms, room));
      const otherRooms: Record<string, string> = Object.fromEntries(said);
      for (const [room, candidates] of Object.entries(event.data.rooms)) {
        for (const candidate of candidates) otherRooms[candidate] = room;
      }
      return { ...site, otherRooms: otherRooms as SiteState['otherRooms'] }; // keys and values are ids by the event's schema
    }
    case 'RosterImported':
      return { ...site, rosterImports: site.rosterImports + 1 };
    case 'PhotosImported':
      return { ...site, photoImports: [...site.photoImports, event.data] };
    case 'PinReset':
    case 'PinReplaced': {
      const staff = site.staff[event.data.staff];
      if (staff === undefined) return site;
      return { ...site, staff: { ...site.staff, [event.data.staff]: { ...staff, pin: event.data.pin } } };
    }
    case 'RecoverySheetIssued':
    case 'RecoverySheetChecked':
    case 'DayLocked':
    case 'DayUnlocked':
      return { ...site, keys: evolveKeys(site.keys, event) };
    case 'CompanionSealChosen':
      return { ...site, companionSeal: event.data.alg };
    case 'SealCertificateListed': {
      const { fingerprint } = event.data;
      if (site.sealCertificates[fingerprint] !== undefined) return site;
      const listed = { ...event.data, station: event.station, event: refOf(event) };
      return { ...site, sealCertificates: { ...site.sealCertificates, [fingerprint]: listed } };
    }
    case 'LotsDrawn':
      return evolveLots(site, event);
    case 'CheckTicked':
    case 'CheckSetAside':
    case 'CheckUnticked':
    case 'SiteListWritten':
    case 'VisitNoted':
    case 'VisitEnded':
      return { ...site, checks: evolveChecks(site.checks, event) };
    case 'AnomalySettled':
      return { ...site, settled: { ...site.settled, [event.data.anomaly]: refOf(event) } };
    default:
      return site;
  }
}

function withStation(site: SiteState, event: Event, change: Partial<StationInfo>): SiteState {
  const before: StationInfo = site.stations[event.station] ?? {
    station: event.station,
    label: '?',
    publicKey: '',
    epoch: event.epoch,
    binding: null,
  };
  return { ...site, stations: { ...site.stations, [event.station]: { ...before, ...change } } };
}

function withReopening(site: SiteState, event: Event<'ChainOpened'>): SiteState {
  const { label, previous } = event.data;
  if (previous === null) return site;
  return { ...site, reopenings: [...site.reopenings, { event: refOf(event), label, previous: refOf(previous) }] };
}
