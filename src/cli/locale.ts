/** The language that the command line speaks. */
import type { Locale } from '../worker/protocol/finding';
import { localeOf } from '../worker/protocol/localeOf';

const CHOICES: Record<string, Locale> = { en: 'en', zh: 'zh-cn', 'zh-cn': 'zh-cn' };

/** Of the environment, as POSIX orders its variables. */
export const environmentLocale = ({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Locale =>
  localeOf(LC_ALL || LC_MESSAGES || LANG);

/**
 * Takes `--lang WORD` out of the arguments, wherever it stands before `--`; `wrong` is a word that
 * is no language of ours.
 */
export function takeLang(args: readonly string[]): { args: string[]; locale?: Locale; wrong?: string } {
  const end = args.indexOf('--');
  const at = args.findIndex((arg, i) => (end < 0 || i < end) && (arg === '--lang' || arg.startsWith('--lang=')));
  if (at < 0) return { args: [...args] };
  const joined = args[at]!.startsWith('--lang=');
  const word = joined ? args[at]!.slice('--lang='.length) : (args[at + 1] ?? '');
  const rest = args.toSpliced(at, joined ? 1 : 2);
  const key = word.toLowerCase().replace('_', '-');
  return Object.hasOwn(CHOICES, key) ? { args: rest, locale: CHOICES[key] } : { args: rest, wrong: word };
}
