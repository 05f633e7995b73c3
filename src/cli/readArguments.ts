/** Reads the arguments of any command by its table of options. */
import { parseArgs } from 'node:util';
import { fill } from '../worker/protocol/fill';
import type { Locale } from '../worker/protocol/finding';
import { UsageError } from './usageError';

export type Words = Record<Locale, string>;

/** How a value is understood, and what would have been one. */
export interface ValueReader<T> {
  expected: string | Words;
  /** Undefined where it is none. */
  read(value: string): T | undefined;
}

/** An option that is there or not. */
export interface Flag {
  short?: string;
  about: Words;
}

/** An option with a value; `many` of them where it may be repeated. */
export interface Valued<T = unknown> extends Flag {
  /** What stands for the value in the help. */
  value: string | Words;
  reader?: ValueReader<T>;
  many?: true;
}

export const isValued = (option: Flag | Valued): option is Valued => 'value' in option;

export type Options = Readonly<Record<string, Flag | Valued>>;

/** Every command knows these. */
export const commonOptions = {
  help: { short: 'h', about: { en: 'this help', 'zh-cn': '显示帮助' } },
} as const satisfies Options;

type ValueOf<O> = O extends { reader: ValueReader<infer T> } ? T : string;
type Value<O> = O extends { many: true }
  ? ValueOf<O>[] | undefined
  : O extends { value: unknown }
    ? ValueOf<O> | undefined
    : boolean;

/** The values by the options' names, checked; a flag is false where it is not given. */
export type Values<O extends Options> = {
  -readonly [K in keyof O | 'help']: K extends keyof O ? Value<O[K]> : boolean;
};

const sentences = {
  unknown: {
    en: 'There is no option {option}. --help lists those there are; a text that begins with a dash goes behind --.',
    'zh-cn': '没有选项 {option}。可用 --help 查看全部选项；以连字符开头的文本请放在 -- 之后。',
  },
  noValue: { en: '{option} needs a value: {expected}.', 'zh-cn': '{option} 需要一个值：{expected}。' },
  flag: { en: '{option} takes no value.', 'zh-cn': '{option} 不接受值。' },
  wrong: {
    en: '{option} does not take "{value}". It takes: {expected}.',
    'zh-cn': '{option} 不接受“{value}”。可用：{expected}。',
  },
} as const;

/** @throws UsageError in the user's language */
export function readArguments<O extends Options>(
  args: string[],
  own: O,
  locale: Locale,
): { values: Values<O>; positionals: string[] } {
  const options: Options = { ...own, ...commonOptions };
  const refuse = (sentence: keyof typeof sentences, data: Record<string, string>) =>
    new UsageError(fill(sentences[sentence][locale], data));
  const { tokens, positionals } = parseArgs({
    args,
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: Object.fromEntries(
      Object.entries(options).map(([name, option]) => [
        name,
        {
          type: isValued(option) ? ('string' as const) : ('boolean' as const),
          ...(option.short && { short: option.short }),
        },
      ]),
    ),
  });
  const values: Record<string, unknown> = Object.fromEntries(
    Object.entries(options).flatMap(([name, option]) => (isValued(option) ? [] : [[name, false]])),
  );
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName: option, value, inlineValue } = token;
    const known = Object.hasOwn(options, name) ? options[name]! : undefined;
    if (!known) throw refuse('unknown', { option });
    if (!isValued(known)) {
      if (value !== undefined) throw refuse('flag', { option });
      values[name] = true;
      continue;
    }
    const expected = wordsOf(known.reader?.expected ?? known.value, locale);
    // What looks like an option is one: a value that begins with a dash is written behind an equals
    // sign.
    if (value === undefined || (!inlineValue && /^-./.test(value))) throw refuse('noValue', { option, expected });
    const read = known.reader ? known.reader.read(value) : value;
    if (read === undefined) throw refuse('wrong', { option, value, expected });
    values[name] = known.many ? [...((values[name] as unknown[]) ?? []), read] : read;
  }
  return { values: values as Values<O>, positionals };
}

export const wordsOf = (words: string | Words, locale: Locale): string =>
  typeof words === 'string' ? words : words[locale];
