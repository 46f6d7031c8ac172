import { describe, expect, it } from 'vitest';
import { areLotsDue } from '../../../../renderer/screens/site/lots-due.ts';
import { roomNo, staffNo } from '../../../support/lots.ts';
import { createOffice, enlistFor } from '../../../support/office.ts';
import { at, CHIEF, MAKE_DAY } from '../../../support/sim-station.ts';

describe('抽签 as an open point of the office', () => {
  it('stands from a quarter of an hour before the sheets are fetched until lots were drawn', () => {
    const station = createOffice([30]);
    expect(areLotsDue(station.state, at('07:44'))).toBe(false);
    expect(areLotsDue(station.state, at('07:45'))).toBe(true);
    expect(areLotsDue(station.state, at('08:40'))).toBe(true);
    const drawn = { seed: 'a'.repeat(32), pool: [], rooms: [], forbidden: [], result: [] };
    station.record('LotsDrawn', drawn, at('08:41'), { room: null, actor: CHIEF });
    expect(areLotsDue(station.state, at('08:42'))).toBe(false);
  });

  it('is none where everybody has his room, or where the rules draw no lots', () => {
    const full = createOffice([30]);
    for (const n of [1, 2]) enlistFor(full, staffNo(n), { room: roomNo(1) });
    expect(areLotsDue(full.state, at('08:00'))).toBe(false);
    expect(areLotsDue(createOffice([30], MAKE_DAY).state, at('08:00'))).toBe(false);
  });
});
