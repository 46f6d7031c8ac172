import type { StaffCard as Card } from '../../../shared/contract/views.ts';
import { invigilatorsWanted } from '../../../shared/domain/staffing.ts';
import type { DayState, StaffInfo } from '../../../shared/domain/state.ts';
import type { RoomNo } from '../../../shared/ids.ts';

/** Somebody of the staff with what is known in clear. */
export interface StaffMember {
  readonly card: Card;
  readonly info: StaffInfo;
}

/** The staff as the page shows them. */
export interface StaffGroups {
  readonly management: readonly StaffMember[];
  readonly rooms: readonly {
    readonly room: RoomNo;
    readonly have: number;
    readonly want: number;
    readonly people: readonly StaffMember[];
  }[];
  /** Invigilators who wait for a room. */
  readonly unassigned: readonly StaffMember[];
  readonly left: readonly StaffMember[];
}

const ORDER = { chief: 0, deputy: 1, technician: 2, inspector: 3, invigilator: 4 } as const;

/** By room and role; rooms in order of number, at a room's station its own alone. */
export function groupStaff(state: DayState, cards: readonly Card[], own: RoomNo | null): StaffGroups {
  const members = cards
    .flatMap((card): readonly StaffMember[] => {
      const info = state.site.staff[card.staff];
      return info === undefined || info.isRemoved ? [] : [{ card, info }];
    })
    .toSorted((a, b) => ORDER[a.info.role] - ORDER[b.info.role]);
  const present = members.filter(({ info }) => info.leftAt === null);
  const rules = state.site.day?.rules.values;
  const rooms = Object.values(state.rooms)
    .filter(({ room }) => own === null || room === own)
    .toSorted((a, b) => (a.room < b.room ? -1 : 1))
    .map(({ room, expected }) => {
      const people = present.filter(({ info }) => info.room === room);
      return {
        room,
        have: people.filter(({ info }) => info.role === 'invigilator').length,
        want: rules === undefined ? 0 : invigilatorsWanted(rules, expected),
        people: people.toReversed(), // the invigilators first, then who helps them
      };
    });
  const shown = new Set(rooms.map(({ room }) => room));
  return {
    management: present.filter(
      ({ info }) => info.role !== 'invigilator' && (info.room === null || !shown.has(info.room)),
    ),
    rooms,
    unassigned: present.filter(({ info }) => info.role === 'invigilator' && info.room === null),
    left: members.filter(({ info }) => info.leftAt !== null),
  };
}

/** Who can take a place in a room: trained, and with no room of his own; one who left may come back. */
export function freeInvigilators(state: DayState, cards: readonly Card[]): readonly Card[] {
  return cards.filter((card) => {
    const info = state.site.staff[card.staff];
    return info?.role === 'invigilator' && info.room === null && !info.isRemoved;
  });
}
