import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeOptions } from '../../src/cli/encodeOptions';
import { optionHelp } from '../../src/cli/optionHelp';
import { type Options, readArguments } from '../../src/cli/readArguments';
import { UsageError } from '../../src/cli/usageError';
import { choice, colour, decimal, whole } from '../../src/cli/valueReaders';

const about = { en: 'what it does', 'zh-cn': '作用' };
const options = {
  loud: { short: 'l', about },
  name: { value: 'NAME', about },
  field: { value: 'A=B', many: true, about },
  level: { value: 'L|H', reader: choice(['L', 'H']), about },
  size: { value: 'N', reader: whole(1, 200), about },
  share: { value: 'N', reader: decimal(0.05, 0.3), about },
  turn: { value: 'N', reader: decimal(-360, 360), about },
  dark: { value: '#rrggbb', reader: colour, about },
} as const satisfies Options;
const read = (...args: string[]) => readArguments(args, options, 'en');

describe('readArguments', () => {
  it('reads every kind of option, wherever it stands', () => {
    expect(
      read(
        'a',
        '--size',
        '007',
        '-l',
        '--field',
        'x=1',
        'b',
        '--field=y=-2',
        '--share',
        '.25',
        '--turn=-1.5',
        '--dark',
        '#ABCDEF',
        '--',
        '--name',
      ),
    ).toEqual({
      values: { help: false, loud: true, size: 7, field: ['x=1', 'y=-2'], share: 0.25, turn: -1.5, dark: '#ABCDEF' },
      positionals: ['a', 'b', '--name'],
    });
    expect(read('-', '--name=', '-h')).toEqual({ values: { help: true, loud: false, name: '' }, positionals: ['-'] });
  });

  it.each([
    [['--nope'], '--nope'],
    [['-5'], '-5'],
    [['--constructor'], '--constructor'],
    [['--name'], 'NAME'],
    [['--level', '--loud'], 'L, H'],
    [['--loud=1'], '--loud'],
    [['--level', 'l'], 'L, H'],
    [['--size', '0'], '1 to 200'],
    [['--size', '1e2'], '1 to 200'],
    [['--size', ' 7'], '1 to 200'],
    [['--share', '0.31'], '0.05 to 0.3'],
    [['--share', '.'], '0.05 to 0.3'],
    [['--share=-0.1'], '0.05 to 0.3'],
    [['--turn=-360.5'], '-360 to 360'],
    [['--turn=--1'], '-360 to 360'],
    [['--dark', 'red'], '#rrggbb'],
  ])('refuses %j in words of one style, in both languages', (args, word) => {
    for (const locale of ['en', 'zh-cn'] as const) {
      let message = '';
      try {
        readArguments(args, options, locale);
      } catch (error) {
        expect(error).toBeInstanceOf(UsageError);
        message = (error as Error).message;
      }
      expect(message).toContain(args[0]!.split('=')[0]);
      if (locale === 'en') expect(message).toContain(word);
      else expect(message).toMatch(/\p{Script=Han}.*。$/u);
    }
  });

  it('reads any text, or refuses it as wrong usage', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('--size', '--field', '-l', '--', '--share=', '1'))),
        (args) => {
          try {
            const { values } = read(...args);
            if (values.size !== undefined) expect(values.size).toBeGreaterThan(0);
          } catch (error) {
            expect(error).toBeInstanceOf(UsageError);
          }
        },
      ),
    );
  });
});

it('the help has a line for every option, in columns that Chinese keeps too', () => {
  for (const locale of ['en', 'zh-cn'] as const) {
    const help = optionHelp(about, encodeOptions, about, locale);
    for (const [name, option] of Object.entries(encodeOptions)) {
      expect(help).toMatch(new RegExp(`^ {2}(-\\w, )?--${name}( |$)`, 'm'));
      expect(help).toContain(option.about[locale].split('\n')[0]);
    }
  }
});
