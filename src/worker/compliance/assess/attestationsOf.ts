/** What people state in the configurations that hold for judged files. */
import type { Attestation } from '../../protocol/assessment';
import { isOver } from '../../protocol/isOver';
import type { HeldConfig } from '../checker';
import { lineAt, linesOf } from '../documents/text/lines';

/**
 * Each configuration once, in the order of their paths; what is dated after `today` (ISO date) is
 * left out.
 *
 * @param pathOf the path of a configuration, by its address, from the folder of the scope
 */
export function attestationsOf(
  configs: Iterable<HeldConfig>,
  pathOf: (uri: string) => string,
  today: string,
): Attestation[] {
  const held = new Map([...configs].map((config) => [config.uri, config]));
  const all = [...held.values()].map((config) => ({ ...config, path: pathOf(config.uri) }));
  all.sort((a, b) => (a.path < b.path ? -1 : 1));
  return all.flatMap(({ text, path, config: { attestations = [] } }) => {
    const lines = linesOf(text);
    return attestations.flatMap(({ at, ...stated }): Attestation[] =>
      stated.on > today
        ? []
        : [{ ...stated, isExpired: isOver(stated.until, today), path, line: lineAt(lines, at.entry.start) + 1 }],
    );
  });
}
