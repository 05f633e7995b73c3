/**
 * The configurations that files were judged by, and what each takes away: whoever could write one
 * could switch off everything.
 */
import type { HeldConfig } from '../checker';
import type { ConfigFile } from '../config';
import type { UsedConfig } from './reportInput';

/** How a configuration saw one file. */
export interface HeldFor {
  config: HeldConfig;
  /** It left the file out. */
  isLeftOut: boolean;
}

/** In name order. @param pathOf as the report is to name it */
export function usedConfigs(held: Iterable<HeldFor>, pathOf: (uri: string) => string): UsedConfig[] {
  const used = new Map<string, UsedConfig>();
  for (const { config, isLeftOut } of held) {
    const off = switchedOff(config.config);
    const one = used.get(config.uri) ?? { path: pathOf(config.uri), ignored: 0, ...(off.length > 0 && { off }) };
    used.set(config.uri, { ...one, ignored: one.ignored + (isLeftOut ? 1 : 0) });
  }
  return [...used.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Ids of the rules that it switches off, if only for some files. */
export const switchedOff = ({ rules, overrides }: ConfigFile): string[] => {
  const all = [rules, ...overrides.map((override) => override.rules)].flatMap((some) => Object.entries(some ?? {}));
  return [...new Set(all.flatMap(([id, { severity }]) => (severity === 'off' ? id : [])))].sort();
};
