/** Reads a file's shell text into one list of commands. */
import type { Kind } from '../../../protocol/fileKinds';
import type { Excerpt } from '../text/excerpt';
import type { Script } from './script';
import { parseShell } from './shell';

/** Each excerpt is a script of its own. Never throws. */
export function readScript(
  kind: Kind,
  { uri, text }: { uri: string; text: string },
  excerpts: readonly Excerpt[],
): Script {
  const commands = excerpts
    .flatMap((excerpt) => parseShell(excerpt))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return { uri, kind, text, commands, pipeline: undefined };
}
