import { expect, it } from 'vitest';
import { verdictKey } from '../../../../renderer/screens/check-code/verdict-key.ts';
import { createFold, foldEvents } from '../../../../shared/sync/merge.ts';
import { at, createReadyRoom, createSimStation, stationId } from '../../../support/sim-station.ts';

it('the codes noted are looked up again once a chain comes in, or goes on, and not for what the office records', () => {
  const room = createReadyRoom(1);
  const office = createSimStation(stationId(2));
  const noted = [{ event: { station: office.id, epoch: 1, seq: 1 } }];
  office.record('StationBound', { binding: { kind: 'office' } }, at('08:00'), { room: null });
  const alone = foldEvents(createFold(), office.events);
  const merged = foldEvents(alone, room.events);
  const before = room.events;
  room.record('SheetHandedOut', { kind: 'sign-in-sheet' }, at('08:01'), { paper: 'theory' });
  const longer = foldEvents(merged, room.events.slice(before.length));
  const keys = [alone, merged, longer].map(({ heads }) => verdictKey(noted, heads, office.id));
  expect(new Set(keys).size).toBe(3);

  const known = office.events.length;
  office.record('SheetHandedOut', { kind: 'sign-in-sheet' }, at('08:02'), { paper: 'theory' });
  const busy = foldEvents(longer, office.events.slice(known));
  expect(verdictKey(noted, busy.heads, office.id)).toBe(keys[2]);
  expect(verdictKey([...noted, ...noted], busy.heads, office.id)).not.toBe(keys[2]);
  expect(verdictKey([], busy.heads, office.id)).toBe('');
});
