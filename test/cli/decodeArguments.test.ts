import { describe, expect, it } from 'vitest';
import { decodeArguments, decodeHelp } from '../../src/cli/decodeArguments';
import { UsageError } from '../../src/cli/usageError';

const toolsOf = (...args: string[]) => decodeArguments(['a.png', ...args], 'en').options.tools;

describe('decodeArguments', () => {
  it('makes a list of tools, places first', () => {
    expect(toolsOf()).toBeUndefined();
    expect(toolsOf('--threshold', '90', '--rotate=-15.5', '--invert', '--crop', '10, 20,300,400.5')).toEqual([
      { kind: 'crop', x: 10, y: 20, width: 300, height: 400.5 },
      { kind: 'rotate', degrees: -15.5 },
      { kind: 'invert' },
      { kind: 'threshold', at: 90 },
    ]);
    expect(toolsOf('--corners=-3,0,9,0,9,9,0,9', '--brightness=-30', '--contrast', '40')).toEqual([
      {
        kind: 'corners',
        points: [
          [-3, 0],
          [9, 0],
          [9, 9],
          [0, 9],
        ],
      },
      { kind: 'brightness', by: -30 },
      { kind: 'contrast', by: 40 },
    ]);
  });

  it.each([
    ['--crop', '1,2,3'],
    ['--crop', '1,2,3,4,5'],
    ['--crop', `1,2,3,${'4,'.repeat(1e5)}`],
    ['--crop', '1,2,3,NaN'],
    ['--crop', '0,0,1e9,1'],
    ['--corners', '0,0,9,0,9,9,0,Infinity'],
    ['--rotate', '361'],
    ['--rotate=-1e300'],
    ['--contrast', '101'],
    ['--threshold', '0'],
    ['--invert=yes'],
    ['--crop', '0,0,9,9', '--corners', '0,0,9,0,9,9,0,9'],
  ])('refuses %s %s in both languages', (...args) => {
    const sentence = (locale: 'en' | 'zh-cn') => {
      try {
        decodeArguments(['a.png', ...args.map(String)], locale);
        return '';
      } catch (error) {
        expect(error).toBeInstanceOf(UsageError);
        return (error as Error).message;
      }
    };
    expect(sentence('en')).not.toBe('');
    expect(sentence('zh-cn')).not.toBe(sentence('en'));
  });

  it('tells of every option in the help', () => {
    for (const name of ['crop', 'corners', 'rotate', 'invert', 'brightness', 'contrast', 'threshold'])
      expect(decodeHelp('en')).toContain(`--${name}`);
  });
});
