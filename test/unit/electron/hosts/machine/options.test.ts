import { describe, expect, it } from 'vitest';
import { describeOptionProblem } from '../../../../../electron/hosts/machine/console-words.ts';
import { OPTION_NAMES, parseOptions } from '../../../../../electron/hosts/machine/options.ts';

describe('the words after npm start --', () => {
  it('without any: the usual folder, the kept port, whichever host can run', () => {
    expect(parseOptions([])).toEqual({
      ok: true,
      value: { dataDir: null, port: 0, opensBrowser: true, host: null, isRehearsal: false, recovers: false },
    });
  });

  it.each([
    [['--host', 'browser', '--data', 'somewhere', '--port', '0', '--no-open']],
    [['--no-open', '--port=0', '--data=somewhere', '--host=browser']],
  ])('are taken in any order and with =: %j', (args) => {
    expect(parseOptions(args)).toEqual({
      ok: true,
      value: {
        dataDir: 'somewhere',
        port: 0,
        opensBrowser: false,
        host: 'browser',
        isRehearsal: false,
        recovers: false,
      },
    });
  });

  it('--rehearsal goes with any of them', () => {
    expect(parseOptions(['--rehearsal', '--data', 'somewhere', '--no-open'])).toMatchObject({
      value: { isRehearsal: true, dataDir: 'somewhere', opensBrowser: false },
    });
  });

  it('--recover goes with any of them', () => {
    expect(parseOptions(['--recover', '--host', 'desktop'])).toMatchObject({
      value: { recovers: true, host: 'desktop', isRehearsal: false },
    });
  });

  it('the last of two counts', () => {
    expect(parseOptions(['--port', '20001', '--port', '20002'])).toMatchObject({ value: { port: 20_002 } });
  });

  it.each([
    [['--rehearsal=60'], { kind: 'unknown-option', option: '--rehearsal' }],
    [['--recover=yes'], { kind: 'unknown-option', option: '--recover' }],
    [['--rehearsals'], { kind: 'unknown-option', option: '--rehearsals' }],
    [['--dat', 'x'], { kind: 'unknown-option', option: '--dat' }],
    [['-p', '1'], { kind: 'unknown-option', option: '-p' }],
    [['20000'], { kind: 'unknown-option', option: '20000' }],
    [['--no-open=no'], { kind: 'unknown-option', option: '--no-open' }],
    [['--data'], { kind: 'value-missing', option: '--data' }],
    [['--data='], { kind: 'value-missing', option: '--data' }],
    [['--data', '--no-open'], { kind: 'value-missing', option: '--data' }],
    [['--port', '65536'], { kind: 'bad-port', value: '65536' }],
    [['--port', '8e3'], { kind: 'bad-port', value: '8e3' }],
    [['--port=-1'], { kind: 'bad-port', value: '-1' }],
    [['--host', 'tablet'], { kind: 'bad-host', value: 'tablet' }],
  ])('that are not understood are a problem: %j', (args, problem) => {
    expect(parseOptions(args)).toEqual({ ok: false, error: problem });
  });

  it('are listed when one is not understood', () => {
    const sentence = describeOptionProblem({ kind: 'unknown-option', option: '--real' });
    expect(sentence).toContain('--real');
    for (const name of OPTION_NAMES) expect(sentence).toContain(name);
  });
});
