/** A `docker|podman|nerdctl run` line as the container it asks for. */
import { type Container, emptyContainer, type Limit } from '../../model/container';
import { parseCount } from '../../model/limit';
import { type Place, textValue, type Value, valueAs } from '../../model/value';
import type { ShellCommand, ShellWord } from '../shell/shellTypes';
import { applyRunOption } from './applyRunOption';
import { networkOfScript } from './dockerNetwork';
import { type RunLine, readRunLine } from './dockerRunLine';
import { parseTmpfs } from './dockerRunMount';
import { ENGINES } from './dockerRunOptions';
import { runWriter } from './dockerRunWriter';
import { boundVolumes } from './dockerVolume';
import { isRollout } from './rollout';

/** A run line of a document. */
export interface RunContainer {
  container: Container;
  line: RunLine;
  command: ShellCommand;
}

/**
 * The containers that the commands run or create, in order. One that is created and never started
 * (to copy files out of it) lacks nothing. `document` is the whole text of `uri`.
 */
export function runContainers(commands: readonly ShellCommand[], uri: string, document: string): RunContainer[] {
  const starts = commands.some(({ name, words }) => ENGINES.has(name) && words.some((w) => w.known === 'start'));
  const bound = boundVolumes(commands);
  const networkOf = networkOfScript(commands);
  return commands.flatMap((command) => {
    const line = readRunLine(command);
    if (!line) return [];
    const container = containerOf(command, line, uri, document);
    container.mounts = container.mounts.map(bound);
    container.networkUses = container.networks.map(networkOf);
    container.stays = container.restart !== undefined || (container.server && isRollout(commands, command));
    if (line.verb.known === 'create' && !starts && !container.restart) {
      container.complete = false;
      container.server = false;
    }
    return [{ container, line, command }];
  });
}

function containerOf(command: ShellCommand, line: RunLine, uri: string, document: string): Container {
  const place = (start: number, end: number): Place => ({ uri, start, end });
  const anchor = place(line.verb.start, line.verb.end);
  const container = emptyContainer('run', anchor, runWriter(uri, document, command, line));
  container.engine = line.engine;
  container.complete = line.complete && line.image !== undefined;
  const readValue = (word: ShellWord, from: number, entry: Place): Value => {
    const span = word.placeOf(from, word.resolved.length);
    return textValue(
      document.slice(span.start, span.end),
      word.resolved.slice(from),
      place(span.start, span.end),
      entry,
    );
  };
  const wordValue = (word: ShellWord): Value => readValue(word, 0, place(word.start, word.end));
  for (const option of line.options) {
    const entry = place(option.words[0]!.start, option.words.at(-1)!.end);
    const value = option.value
      ? readValue(option.value.word, option.value.from, entry)
      : textValue('', '', entry, entry);
    applyRunOption(container, option, value);
  }
  container.image = line.image && wordValue(line.image);
  container.command = line.command.map(wordValue);
  const has = (name: string) =>
    line.options.some((o) => o.name === name && o.value?.word.resolved.slice(o.value.from) !== 'false');
  const hasTerminal = has('interactive') && has('tty');
  const passing = has('rm') || hasTerminal || (line.command.length > 0 && container.ports.length === 0);
  container.server = has('detach') || container.restart !== undefined || !passing;
  const isWorkplace = container.mounts.some(({ entry }) => HERE.test(entry.raw));
  container.attended = has('rm') && (hasTerminal || isWorkplace) && !container.server;
  addPodmanTmpfs(container, line);
  container.cpus = withQuota(container, line, readValue, place);
  return container;
}

/** The folder that somebody stands in, as the source of a mount. */
const HERE = /(?:[\s=,]|^)["']?(?:\$\{?PWD\}?|\$\(pwd\)|`pwd`)["']?[:,]/;

/** podman's `--read-only` brings its own tmpfs on /tmp, /run and /var/tmp unless told not to. */
function addPodmanTmpfs(container: Container, line: RunLine): void {
  const refused = line.options.some(
    (o) => o.name === 'read-only-tmpfs' && o.value?.word.resolved.slice(o.value.from) === 'false',
  );
  if (line.engine !== 'podman' || !container.readOnly?.known || refused) return;
  for (const path of ['/tmp', '/run', '/var/tmp']) {
    container.mounts.push(parseTmpfs({ ...container.readOnly, resolved: path, known: path }));
  }
}

const DEFAULT_PERIOD = 100_000;

/** `--cpu-quota` over `--cpu-period` is a ceiling as `--cpus` is. */
function withQuota(
  container: Container,
  line: RunLine,
  readValue: (word: ShellWord, from: number, entry: Place) => Value,
  place: (start: number, end: number) => Place,
): Limit[] {
  const read = (name: string): Value | undefined => {
    const option = line.options.findLast((o) => o.name === name);
    return (
      option?.value &&
      readValue(option.value.word, option.value.from, place(option.words[0]!.start, option.words.at(-1)!.end))
    );
  };
  const quota = read('cpu-quota');
  if (!quota) return container.cpus;
  const period = read('cpu-period');
  const amount = valueAs(quota, (text) => {
    const count = parseCount(text);
    const over = period ? parseCount(period.resolved) : DEFAULT_PERIOD;
    return count === undefined || over === undefined ? undefined : count / over;
  });
  return [...container.cpus, { amount, from: '--cpu-quota' }];
}
