/** Reads a file's shell text into one list of commands. */
import type { Kind } from '../../../protocol/fileKinds';
import type { Lookup } from '../../model/interpolate';
import type { Excerpt } from '../text/excerpt';
import type { Script } from './script';
import { parseShell } from './shell';

/**
 * Each excerpt is a script of its own. Never throws.
 * @param lookup what the file itself sets variables to
 */
export function readScript(
  kind: Kind,
  { uri, text }: { uri: string; text: string },
  excerpts: readonly Excerpt[],
  lookup?: Lookup,
): Script {
  const commands = excerpts
    .flatMap((excerpt) => parseShell(excerpt, lookup))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return { uri, kind, text, commands, pipeline: undefined };
}
