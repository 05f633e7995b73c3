/** The help of a command out of its table of options. */
import type { Locale } from '../worker/protocol/finding';
import { commonOptions, isValued, type Options, type Words, wordsOf } from './readArguments';

const LANG = { lang: { value: 'en|zh-CN', about: { en: 'the language', 'zh-cn': '语言' } } } satisfies Options;

/** In columns of a terminal: what is Chinese takes two. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character.codePointAt(0)! < 0x1100 ? 1 : 2), 0);

/** Longer names stand a little further out than the rest. */
const MAX_COLUMN = 24;

/** Usage and purpose, one line or more for each option, and what the exit codes mean. */
export function optionHelp(head: Words, options: Options, tail: Words, locale: Locale): string {
  const all: Options = { ...options, ...LANG, ...commonOptions };
  const rows = Object.entries(all).map(([name, option]) => {
    const value = isValued(option) ? ` ${wordsOf(option.value, locale)}` : '';
    return [`  ${option.short ? `-${option.short}, ` : ''}--${name}${value}`, option.about[locale]] as const;
  });
  const column = Math.min(MAX_COLUMN, Math.max(...rows.map(([names]) => widthOf(names) + 2)));
  const lines = rows.map(
    ([names, about]) =>
      `${names}${' '.repeat(Math.max(2, column - widthOf(names)))}${about.replaceAll('\n', `\n${' '.repeat(column)}`)}`,
  );
  return [head[locale], '', ...lines, '', tail[locale], ''].join('\n');
}
