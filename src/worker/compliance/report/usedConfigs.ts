/**
 * The configurations that files were judged by, and what each takes away: whoever could write one
 * could switch off everything.
 */
import type { Locale } from '../../protocol/finding';
import { cutText } from '../../text/cutText';
import type { HeldConfig } from '../checker';
import type { ConfigFile } from '../config';
import { configProblemText } from '../config/problem';
import { lineAt, linesOf } from '../documents/text/lines';
import type { UsedConfig } from './reportInput';

/** How a configuration saw one file. */
export interface HeldFor {
  config: HeldConfig;
  /** It left the file out. */
  isLeftOut: boolean;
}

/** Problems in words, and how long each may be, UTF-16 units: the place itself has all. */
const MOST_TOLD = 3;
const MAX_MESSAGE = 200;

/** In name order. @param pathOf as the report is to name it */
export function usedConfigs(held: Iterable<HeldFor>, pathOf: (uri: string) => string, locale: Locale): UsedConfig[] {
  const used = new Map<string, UsedConfig>();
  for (const { config, isLeftOut } of held) {
    const one = used.get(config.uri) ?? { path: pathOf(config.uri), ignored: 0, ...takenBy(config, locale) };
    used.set(config.uri, { ...one, ignored: one.ignored + (isLeftOut ? 1 : 0) });
  }
  return [...used.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function takenBy({ config, problems, text }: HeldConfig, locale: Locale): Pick<UsedConfig, 'off' | 'problems'> {
  const off = switchedOff(config);
  if (problems.length === 0) return off.length > 0 ? { off } : {};
  const lines = linesOf(text);
  const first = problems.slice(0, MOST_TOLD).map((problem) => {
    const message = configProblemText(problem, locale);
    return {
      line: lineAt(lines, problem.place.start) + 1,
      message: message.length > MAX_MESSAGE ? `${cutText(message, MAX_MESSAGE - 1)}…` : message,
    };
  });
  return { ...(off.length > 0 && { off }), problems: { count: problems.length, first } };
}

/** Ids of the rules that it switches off, if only for some files. */
export const switchedOff = ({ rules, overrides }: ConfigFile): string[] => {
  const all = [rules, ...overrides.map((override) => override.rules)].flatMap((some) => Object.entries(some ?? {}));
  return [...new Set(all.flatMap(([id, { severity }]) => (severity === 'off' ? id : [])))].sort();
};
