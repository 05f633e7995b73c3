/** What a command that builds an image is told: Dockerfile, context, target, arguments. */
import type { ShellCommand } from '../shell/shellTypes';

/** Texts as resolved: `UNKNOWN` in them stands for what the files do not tell. */
export interface BuildCommand {
  /** Undefined: the one called `Dockerfile` in the context. */
  file: string | undefined;
  context: string | undefined;
  target: string | undefined;
  /** `NAME=value`; a name alone is taken from the environment. */
  args: string[];
}

/**
 * Options that take the next word: those of `docker buildx build` 0.19 (its own help), of podman and
 * buildah (their manuals), and of kaniko (its README).
 */
const VALUED = new Set(
  `add-host allow annotation arch attest authfile build-arg build-context builder cache-dir cache-from cache-repo cache-to
    cap-add cap-drop cgroup-parent cgroupns context cpu-period cpu-quota cpu-shares cpuset-cpus cpuset-mems creds destination
    device dns dockerfile env file format from iidfile ignorefile isolation jobs label layer-label load-arg logfile memory
    memory-swap metadata-file network no-cache-filter os output platform progress runtime secret security-opt shm-size
    sign-by ssh tag target ulimit userns variant volume`.split(/\s+/),
);
const SHORT = new Map(
  Object.entries({ c: 'cpu-shares', e: 'env', f: 'file', m: 'memory', o: 'output', t: 'tag', v: 'volume' }),
);
const SHORT_OF_KANIKO = new Map(Object.entries({ c: 'context', d: 'destination', f: 'dockerfile' }));

const OPTION = /^(--?)([A-Za-z][\w-]*)(?:=(.*))?$/s;

/** @param from index of the first word behind the verb */
export function readBuildCommand({ name, words }: Pick<ShellCommand, 'name' | 'words'>, from: number): BuildCommand {
  const out: BuildCommand = { file: undefined, context: undefined, target: undefined, args: [] };
  const shorts = name === 'executor' ? SHORT_OF_KANIKO : SHORT;
  for (let i = from; i < words.length; i++) {
    const text = words[i]!.resolved;
    const [, dashes, written = '', given] = OPTION.exec(text) ?? [];
    if (!dashes) {
      if (!text.startsWith('-') || text === '-') out.context = text;
      continue;
    }
    const option = dashes === '--' ? written : shorts.get(written[0]!);
    if (option === undefined || !VALUED.has(option)) continue;
    const isGlued = dashes === '-' && written.length > 1;
    take(out, option, isGlued ? text.slice(2) : (given ?? words[++i]?.resolved ?? ''));
  }
  return out;
}

function take(out: BuildCommand, option: string, value: string): void {
  if (option === 'file' || option === 'dockerfile') out.file = value;
  else if (option === 'context') out.context = value;
  else if (option === 'target') out.target = value;
  else if (option === 'build-arg') out.args.push(value);
}
