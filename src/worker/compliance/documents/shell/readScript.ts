/** Reads a file's shell text into one list of commands, and the images that they pull. */
import { textValue, type Value } from '../../model/value';
import { readPipeline } from '../ci/ciYaml';
import { readGroovy } from '../ci/groovy';
import { jenkinsShells } from '../ci/jenkinsfile';
import { readCrontab } from '../crontab';
import { ENGINES } from '../dockerCommand/dockerRunOptions';
import { type ShellHolder, shellExcerpts } from '../embeddedShell';
import type { Script } from './script';
import { parseShell } from './shell';
import { commandName } from './shellWrappers';

/** Never throws. */
export function readScript(kind: ShellHolder, uri: string, text: string): Script {
  const pipeline = kind === 'ci' ? readPipeline(uri, text) : undefined;
  const groovy = kind === 'jenkins' ? readGroovy(text) : undefined;
  const excerpts = pipeline?.scripts ?? (groovy ? jenkinsShells(groovy) : shellExcerpts(kind, uri, text));
  const commands = excerpts.flatMap((excerpt) => parseShell(excerpt));
  const schedule = kind === 'crontab' ? readCrontab(uri, text).entries : undefined;
  return { uri, kind, text, schedule, commands: commands.sort((a, b) => a.start - b.start || b.end - a.end), pipeline, groovy };
}

/** What `docker pull` and its like name. */
export function pulledImages({ commands, uri, text }: Script): Value[] {
  return commands.flatMap(({ words }) => {
    const name = commandName(words[0]);
    const verb = words[1]?.known === 'image' ? 2 : 1;
    if (!name || !ENGINES.has(name) || words[verb]?.known !== 'pull') return [];
    const image = words.slice(verb + 1).find((w, i, rest) => !w.resolved.startsWith('-') && rest[i - 1]?.resolved !== '--platform');
    if (!image) return [];
    const place = { uri, start: image.start, end: image.end };
    return [textValue(text.slice(place.start, place.end), image.resolved, place)];
  });
}
