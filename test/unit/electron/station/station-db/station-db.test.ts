import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { as, type DayId, type StationId } from '../../../../../shared/ids.ts';
import {
  type DayRecord,
  openStationDb,
  type StationDb,
} from '../../../../../electron/station/station-db/station-db.ts';
import { createTempFolder, memorySecrets, MORNING_MS, seededIds, unwrap } from '../../../../support/journal-fixture.ts';

const folder = { path: '', remove: () => {} };
let secrets = memorySecrets();
let station: StationDb;

beforeEach(() => {
  Object.assign(folder, createTempFolder());
  secrets = memorySecrets();
  station = open();
});
afterEach(() => {
  station.close();
  folder.remove();
});

function open(seed = 'first'): StationDb {
  return unwrap(
    openStationDb({
      path: join(folder.path, 'station.db'),
      kind: 'real',
      ids: seededIds(seed),
      secrets,
      nowMs: MORNING_MS,
    }),
  );
}

function reopen(seed?: string): StationDb {
  station.close();
  station = open(seed);
  return station;
}

function aDay(digit: string, changes: Partial<DayRecord> = {}): DayRecord {
  const day = as<DayId>(digit.repeat(32));
  return {
    day,
    kind: 'real',
    title: '1+X Python',
    date: '2024-11-16',
    fileName: `days/${digit}.journal`,
    madeAtMs: MORNING_MS,
    ...changes,
  };
}

describe('the station', () => {
  it('has an identity from its first start, the same after a restart', () => {
    const { station: id, publicKey, label, isRenewed } = station.identity;
    expect([label, isRenewed]).toEqual(['A', false]);
    expect(reopen('second').identity).toMatchObject({ station: id, publicKey, label: 'A', isRenewed: false });
  });

  it('keeps its private key out of its file', () => {
    const seed = Buffer.from(secrets.read('station-key')!);
    station.close();
    for (const name of readdirSync(folder.path))
      expect(readFileSync(join(folder.path, name)).includes(seed)).toBe(false);
    expect(seed).toHaveLength(32);
  });

  it('whose secret is gone becomes a new one, says so once, and keeps label and days', () => {
    const before = station.identity.station;
    station.addDay(aDay('1'));
    secrets = memorySecrets();
    const renewed = reopen('second');
    expect(renewed.identity.isRenewed).toBe(true);
    expect(renewed.identity.station).not.toBe(before);
    expect(renewed.listDays()).toHaveLength(1);
    expect(reopen('third').identity).toMatchObject({ station: renewed.identity.station, isRenewed: false });
  });

  it('holds its data folder: a second one is refused', () => {
    const other = openStationDb({
      path: join(folder.path, 'station.db'),
      kind: 'real',
      ids: seededIds('b'),
      secrets,
      nowMs: MORNING_MS,
    });
    expect(other).toMatchObject({ ok: false, error: { code: 'in-use' } });
  });
});

describe('days', () => {
  it('are listed newest first, and the one added last is current, also after a restart', () => {
    expect([station.listDays(), station.findCurrentDay()]).toEqual([[], null]);
    const [one, two, three] = [
      aDay('1', { date: '2024-11-16' }),
      aDay('2', { date: '2024-11-23' }),
      aDay('3', { madeAtMs: MORNING_MS + 1 }),
    ];
    for (const day of [two, one, three]) station.addDay(day);
    expect(reopen().listDays()).toEqual([two, three, one]);
    expect(station.findCurrentDay()).toEqual(three);
    station.setCurrentDay(one.day);
    expect(station.findCurrentDay()).toEqual(one);
    expect(() => station.setCurrentDay(as<DayId>('9'.repeat(32)))).toThrow('no such day');
  });

  it('are entered once, and a refused entry changes nothing', () => {
    station.addDay(aDay('1'));
    station.addDay(aDay('2'));
    expect(() => station.addDay(aDay('1'))).toThrow(/UNIQUE/);
    expect(station.findCurrentDay()?.day).toBe('2'.repeat(32));
  });
});

describe('settings', () => {
  it('are kept, replaced and removed', () => {
    expect(station.findSetting('backup-place')).toBeNull();
    station.putSetting('backup-place', '/media/first');
    station.putSetting('backup-place', '/media/second');
    expect(reopen().findSetting('backup-place')).toBe('/media/second');
    station.putSetting('backup-place', null);
    expect(station.findSetting('backup-place')).toBeNull();
  });
});

describe('heads', () => {
  const day = as<DayId>('1'.repeat(32));
  const head = (epoch: number, seq: number) => ({
    station: as<StationId>('a'.repeat(16)),
    epoch,
    seq,
    hash: String(seq % 10).repeat(64),
  });

  it('are noted a chain each, the farthest place, and kept over a restart', () => {
    for (const noted of [head(1, 4), head(2, 1), head(1, 7), head(1, 5)]) station.noteHead(day, noted);
    station.noteHead(as<DayId>('2'.repeat(32)), head(1, 9));
    expect(reopen().notedHeads(day)).toEqual([head(1, 7), head(2, 1)]);
    expect(station.notedHeads(as<DayId>('3'.repeat(32)))).toEqual([]);
  });
});
