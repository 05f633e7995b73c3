/** The commands that a container of the shipped stage starts with: ENTRYPOINT and CMD. */
import type { Script } from '../shell/script';
import { parseShell } from '../shell/shell';
import { lastOf } from './lastOf';
import { execExcerpt, shellExcerpts } from './runShell';
import type { Dockerfile } from './stages';

/** In exec form both are one command; a shell form of ENTRYPOINT takes no CMD. */
export function startScript(file: Dockerfile): Script | undefined {
  const entrypoint = lastOf(file, 'ENTRYPOINT');
  const command = lastOf(file, 'CMD');
  const words = [...(entrypoint?.json ?? []), ...(command?.json ?? [])];
  const isInOrder = !entrypoint?.json || !command?.json || entrypoint.place.start < command.place.start;
  const excerpts =
    entrypoint && !entrypoint.json
      ? shellExcerpts(file, entrypoint)
      : command && !command.json
        ? shellExcerpts(file, command)
        : isInOrder && words.length > 0
          ? [execExcerpt(file, words)]
          : [];
  const commands = excerpts.flatMap((excerpt) => parseShell(excerpt));
  return commands.length === 0
    ? undefined
    : { uri: file.uri, kind: 'dockerfile', text: file.text, commands, pipeline: undefined };
}
