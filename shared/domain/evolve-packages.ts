import type { Event } from './events.ts';
import { changesPackage } from './package-parts.ts';
import type { ApprovalCodeEntry, PackageState } from './package-state.ts';
import type { EventRef } from './schema-parts.ts';
import type { SiteState } from './state.ts';

/** One step of what is known of packages and phone approvals; the same state where the event says nothing of them. */
export function evolvePackages(packages: PackageState, event: Event): PackageState {
  switch (event.type) {
    case 'PackageMade': {
      const { heads, rooms, package: no } = event.data;
      const covered = Object.fromEntries(heads.map((head) => [chainOf(head), head.seq]));
      const labels = { ...Object.fromEntries(rooms.map(({ room, label }) => [room, label])), ...packages.labels };
      const made = {
        package: no,
        rooms: rooms.map(({ room }) => room),
        at: event.at,
        actor: event.actor,
        heads: covered,
      };
      return { ...packages, made, labels };
    }
    case 'PackageTakenIn':
      return { ...packages, takenIn: { ...packages.takenIn, [event.station]: event.data } };
    case 'PhoneApprovalAnswered': {
      const { room, number, kind } = event.data;
      const ofRoom = packages.answers[room] ?? {};
      if (ofRoom[number] !== undefined) return packages;
      const answer = { kind, at: event.at, actor: event.actor };
      return { ...packages, answers: { ...packages.answers, [room]: { ...ofRoom, [number]: answer } } };
    }
    default: {
      if (!changesPackage(event)) return packages;
      const chain = chainOf(event);
      const seq = Math.max(event.seq, packages.changes[chain] ?? 0);
      return { ...packages, changes: { ...packages.changes, [chain]: seq } };
    }
  }
}

/** A room's list as it was last said. */
export function withApprovalCodes(
  before: SiteState['approvalCodes'],
  { room, kdf, codes }: Event<'ApprovalCodesListed'>['data'],
): SiteState['approvalCodes'] {
  const entries: readonly ApprovalCodeEntry[] = codes.map((code) => ({ ...code, kdf }));
  return { ...before, [room]: entries };
}

function chainOf({ station, epoch }: EventRef): string {
  return `${station}/${epoch}`;
}
