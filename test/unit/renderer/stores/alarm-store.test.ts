import { describe, expect, it } from 'vitest';
import { createAlarmStore } from '../../../../renderer/stores/alarm-store.ts';
import { standingAlarms } from '../../../../renderer/screens/shell/standing-alarms.ts';
import type { AlarmSound } from '../../../../shared/domain/alarms.ts';
import { computeTimeline } from '../../../../shared/domain/timeline.ts';
import { NO_FACTS, type Timeline, type TimelineFact } from '../../../../shared/domain/timeline-types.ts';
import { SOME_DATE, someRules } from '../../../support/a-day.ts';
import { at } from '../../../support/sim-station.ts';

/** What a browser keeps for all pages of one address. */
function createStorage(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}

interface PageParts {
  readonly storage?: Pick<Storage, 'getItem' | 'setItem'>;
  readonly canSound?: boolean;
}

/** A page of R2022: theory 08:30–10:00, practical 10:10–12:40. */
function openPage({ storage = createStorage(), canSound = true }: PageParts = {}) {
  const heard: AlarmSound[] = [];
  const store = createAlarmStore({
    storage,
    sound: (sound, claim) => {
      if (canSound && claim()) heard.push(sound);
    },
  });
  const done: Record<string, number> = {};
  let timeline: Timeline = timelineOf();
  let now = 0;
  return {
    storage,
    heard,
    done,
    moveTo: (moved: Timeline) => {
      timeline = moved;
    },
    lookAt(clock: string, day = 'day-1') {
      now = at(clock);
      store.getState().look({ day, timeline, done, soundsDuringExam: false, now });
      return this.standing();
    },
    /** "theory:start", "theory:end missed". */
    standing: () =>
      standingAlarms(store.getState().memory, { timeline, done, now }).map(({ milestone, isMissed }) =>
        isMissed ? `${milestone.id} missed` : milestone.id,
      ),
    /** 知道了, for the one on top. */
    know() {
      const [first] = standingAlarms(store.getState().memory, { timeline, done, now });
      if (first !== undefined) store.getState().know(first.milestone);
    },
  };
}

function timelineOf(...theory: readonly TimelineFact[]): Timeline {
  return computeTimeline(someRules('R2022').values, SOME_DATE, { ...NO_FACTS, theory });
}

describe('alarms as they come', () => {
  it('[AL1] each comes once, at its second, and stands until it is known or done', () => {
    const page = openPage();
    expect(page.lookAt('07:59:59')).toEqual([]);
    expect(page.lookAt('08:00')).toEqual(['theory:admission-open']);
    expect(page.lookAt('08:00:01')).toEqual(['theory:admission-open']);
    expect(page.heard).toEqual(['short']);
    page.know();
    expect(page.standing()).toEqual([]);
    expect(page.lookAt('08:20')).toEqual(['theory:rules-reading']);
    page.done['theory:rules-reading'] = at('08:20');
    expect(page.standing()).toEqual([]);
    expect(page.heard).toEqual(['short', 'short']);
  });

  it('[AL1] what came before anybody watched is no alarm', () => {
    const page = openPage();
    expect(page.lookAt('08:21')).toEqual([]);
    expect(page.lookAt('08:25')).toEqual(['theory:login-call']);
  });

  it('[AL2] from the start until the end the banner stands in silence, at the end it rings long', () => {
    const page = openPage();
    page.lookAt('08:29');
    for (const clock of ['08:30', '08:35', '09:00', '09:40', '09:55']) expect(page.lookAt(clock)).not.toEqual([]);
    expect(page.heard).toEqual([]);
    page.lookAt('10:00');
    expect(page.heard).toEqual(['long']);
  });

  it('[AL1] an item that moves comes again at its new time, and waits out a pause', () => {
    const page = openPage();
    page.lookAt('08:29');
    page.lookAt('09:00');
    page.know();
    page.moveTo(timelineOf({ kind: 'extension', seats: null, ms: 600_000, cutoffMs: 600_000, isPending: true }));
    expect(page.lookAt('09:01')).not.toContain('theory:entry-close');
    expect(page.lookAt('09:10')).toContain('theory:entry-close');
    page.moveTo(timelineOf({ kind: 'pause', at: at('09:54') }));
    expect(page.lookAt('10:00')).not.toContain('theory:end');
  });

  it('[AL3] another day is another memory', () => {
    const page = openPage();
    page.lookAt('08:29');
    expect(page.lookAt('09:00', 'day-2')).toEqual([]);
  });
});

describe('alarms that were missed', () => {
  it('[AL3] after a sleep over the cut-off it is there at once, missed, without a sound while the paper runs', () => {
    const page = openPage();
    page.lookAt('08:59');
    expect(page.lookAt('09:12')[0]).toBe('theory:entry-close missed');
    expect(page.heard).toEqual([]);
  });

  it('[AL3] after a sleep over several they come at once and sound once; those whose words would be wrong are left out', () => {
    const page = openPage();
    page.lookAt('07:29');
    expect(page.lookAt('08:26')).toEqual([
      'theory:login-call missed',
      'theory:rules-reading missed',
      'theory:admission-open missed',
      'theory:room-check missed',
      'theory:sheet-pickup missed',
    ]);
    expect(page.heard).toEqual(['short']);
    expect(page.lookAt('08:30')).toEqual(['theory:start', 'theory:room-check missed', 'theory:sheet-pickup missed']);
  });

  it('[AL3] after a reload or a restart what came meanwhile is missed, and what stood stands without another sound', () => {
    const page = openPage();
    page.lookAt('07:59');
    page.lookAt('08:20');
    expect(page.heard).toEqual(['short']);
    const again = openPage(page);
    expect(again.lookAt('08:21')).toEqual(['theory:rules-reading', 'theory:admission-open missed']);
    expect(again.heard).toEqual([]);
    const later = openPage(page);
    expect(later.lookAt('08:27')[0]).toBe('theory:login-call missed');
    expect(later.heard).toEqual(['short']);
  });

  it('[AL3] what was known stays known over a restart', () => {
    const page = openPage();
    page.lookAt('07:59');
    page.lookAt('08:00');
    page.know();
    expect(openPage(page).lookAt('08:01')).toEqual([]);
  });

  it('[AL3] a memory that cannot be read is begun anew', () => {
    const storage = createStorage();
    storage.setItem('proctor.alarms', '{"day":');
    const page = openPage({ storage });
    expect(page.lookAt('08:01')).toEqual([]);
    expect(page.lookAt('08:20')).toEqual(['theory:rules-reading']);
  });
});

describe('a clock that is set back', () => {
  it('[AL3] by less than a minute it repeats nothing that was known', () => {
    const page = openPage();
    page.lookAt('07:59');
    page.lookAt('08:20');
    page.know();
    page.know();
    expect(page.lookAt('08:19:01')).toEqual([]);
    expect(page.lookAt('08:20')).toEqual([]);
    expect(page.heard).toEqual(['short']);
  });

  it('[AL3] by more, it had been too fast: what was known comes again at the right time, unless it is done', () => {
    const page = openPage();
    page.lookAt('07:59');
    page.lookAt('08:20');
    page.know();
    page.know();
    page.done['theory:admission-open'] = at('08:20');
    expect(page.lookAt('07:19')).toEqual([]);
    expect(page.lookAt('08:00')).not.toContain('theory:admission-open');
    expect(page.lookAt('08:20')).toContain('theory:rules-reading');
  });

  it('[AL3] comes again to what nobody has taken note of, and to what it never reached', () => {
    const page = openPage();
    page.lookAt('08:19');
    page.lookAt('08:20');
    expect(page.lookAt('07:45')).toEqual([]);
    expect(page.lookAt('07:50')).toEqual(['theory:room-check']);
    expect(page.lookAt('08:20')).toContain('theory:rules-reading');
  });
});

describe('two pages on one computer', () => {
  it('[AL3] both show, one sounds, and 知道了 in one holds for both', () => {
    const one = openPage();
    const two = openPage(one);
    one.lookAt('07:59');
    two.lookAt('07:59');
    expect(one.lookAt('08:00')).toEqual(['theory:admission-open']);
    expect(two.lookAt('08:00')).toEqual(['theory:admission-open']);
    expect([...one.heard, ...two.heard]).toEqual(['short']);
    two.know();
    expect(one.lookAt('08:01')).toEqual([]);
  });

  it('[AL3] the one that may sound does, although the other was first', () => {
    const mute = openPage({ canSound: false });
    const loud = openPage({ storage: mute.storage });
    for (const page of [mute, loud]) page.lookAt('07:59');
    for (const page of [mute, loud]) page.lookAt('08:00');
    expect([...mute.heard, ...loud.heard]).toEqual(['short']);
  });
});

describe('which alarm is on top', () => {
  it('[AL1] what is said to the second before the latest, and what can wait for the running paper last (C04)', () => {
    const page = openPage();
    page.lookAt('08:29');
    page.lookAt('08:30');
    page.lookAt('08:35');
    expect(page.standing()).toEqual(['theory:start', 'theory:login-check']);
    page.done['theory:start'] = at('08:35');
    page.done['theory:login-check'] = at('08:35');
    page.lookAt('09:00');
    expect(page.lookAt('09:40')).toEqual([
      'theory:entry-close',
      'practical:admission-open',
      'practical:room-check',
      'practical:sheet-pickup',
    ]);
  });

  it('[C04] what the running paper needs stands above what is later and can wait for its end', () => {
    const page = openPage();
    page.lookAt('08:30');
    page.lookAt('08:35');
    expect(page.lookAt('09:40').at(-1)).toBe('practical:sheet-pickup');
    page.done['theory:entry-close'] = at('09:00');
    expect(page.standing()).toEqual([
      'theory:login-check',
      'practical:admission-open',
      'practical:room-check',
      'practical:sheet-pickup',
    ]);
  });

  it('[C04] what can wait for the running paper is not missed before its end', () => {
    const page = openPage();
    page.lookAt('09:01');
    expect(page.lookAt('09:45')).toEqual([
      'practical:admission-open',
      'practical:room-check',
      'practical:sheet-pickup',
    ]);
    const late = openPage();
    late.lookAt('09:05');
    expect(late.lookAt('10:03')).toContain('practical:sheet-pickup missed');
  });
});
