/**
 * Commands that run another command: where that one begins (fact T6), and which argument of a shell
 * is itself a script.
 */
import type { ShellCommand, ShellWord } from './shellTypes';

/**
 * Options that take the next word, per wrapper; every other word with a dash stands alone.
 * `positional` words come before the command.
 */
interface Wrapper {
  valued: ReadonlySet<string>;
  positional?: number;
  assignments?: boolean;
}

const WRAPPERS: ReadonlyMap<string, Wrapper> = new Map(
  Object.entries<Omit<Wrapper, 'valued'> & { valued: string }>({
    sudo: {
      valued:
        '-u --user -g --group -h --host -p --prompt -C --close-from -r --role -t --type -T --command-timeout -U --other-user -D --chdir -R --chroot',
      assignments: true,
    },
    doas: { valued: '-u -C' },
    env: { valued: '-u --unset -C --chdir -S --split-string', assignments: true },
    exec: { valued: '-a' },
    command: { valued: '' },
    builtin: { valued: '' },
    nohup: { valued: '' },
    setsid: { valued: '' },
    time: { valued: '-f --format -o --output' },
    nice: { valued: '-n --adjustment' },
    ionice: { valued: '-c --class -n --classdata -p' },
    chrt: { valued: '', positional: 1 },
    taskset: { valued: '', positional: 1 },
    stdbuf: { valued: '-i --input -o --output -e --error' },
    timeout: { valued: '-s --signal -k --kill-after', positional: 1 },
    unbuffer: { valued: '' },
    chronic: { valued: '' },
    xargs: { valued: '-I -i -n -P -L -s -d -a -E --max-args --max-procs --delimiter --arg-file --replace --max-lines' },
    ssh: { valued: '-B -b -c -D -E -e -F -I -i -J -L -l -m -O -o -p -Q -R -S -W -w', positional: 1 },
    setuser: { valued: '', positional: 1 },
    retry: { valued: '-t --times -d --delay' },
  }).map(([name, wrapper]) => [name, { ...wrapper, valued: new Set(wrapper.valued.split(' ')) }]),
);

const SHELLS = new Set(['sh', 'bash', 'dash', 'ash', 'zsh', 'ksh', 'mksh']);

/** Programs that take the command line of another one. */
const ENGINES_ALIKE: ReadonlyMap<string, string> = new Map([
  ['nvidia-docker', 'docker'],
  ['podman-remote', 'podman'],
  ['finch', 'nerdctl'],
]);

/** `/usr/bin/docker` → `docker`; undefined when the name is not known or no plain word. */
export function commandName(word: ShellWord | undefined): string | undefined {
  const known = word?.known;
  if (known === undefined) return undefined;
  const name = known.slice(Math.max(known.lastIndexOf('/'), known.lastIndexOf('\\')) + 1);
  const plain = name.includes('.') ? name.replace(/\.exe$/i, '') : name;
  return ENGINES_ALIKE.get(plain) ?? plain;
}

/** Index of the first word that is no wrapper, wrapper option or wrapper assignment. */
export function skipWrappers(words: readonly ShellWord[]): number {
  let at = 0;
  for (;;) {
    const wrapper = WRAPPERS.get(commandName(words[at]) ?? '');
    if (!wrapper) return at;
    const next = skipOne(words, at + 1, wrapper);
    if (next >= words.length) return at;
    at = next;
  }
}

function skipOne(words: readonly ShellWord[], from: number, wrapper: Wrapper): number {
  let at = from;
  for (; at < words.length; at++) {
    const text = words[at]!.resolved;
    if (text === '--') {
      at++;
      break;
    }
    if (wrapper.valued.has(text)) at++;
    else if (!(text.startsWith('-') && text.length > 1) && !(wrapper.assignments && /^[A-Za-z_]\w*=/.test(text))) break;
  }
  return at + (wrapper.positional ?? 0);
}

/**
 * Whether the command runs what comes to its standard input as a shell script: `sh`, `bash -s`,
 * `ssh host`, `sudo bash -`.
 */
export function readsScript({ name, words }: Pick<ShellCommand, 'name' | 'words'>): boolean {
  if (name === 'ssh') return true;
  if (!SHELLS.has(name)) return false;
  const rest = words.slice(1).map((w) => w.resolved);
  return rest.every((w) => /^[-+]/.test(w)) || rest.some((w) => /^-\w*s/.test(w));
}

/** The word that is a script: of `sh -c`, `su -c`, `ssh host`, `eval`, `trap`. */
export function scriptArgument({
  name,
  words,
  wrappers,
}: Pick<ShellCommand, 'name' | 'words' | 'wrappers'>): ShellWord | undefined {
  if (SHELLS.has(name) || name === 'su' || name === 'runuser') {
    const option = words.findIndex(
      (w, i) => i > 0 && (/^-[a-zA-Z]*c[a-zA-Z]*$/.test(w.resolved) || w.resolved === '--command'),
    );
    const before = words.slice(1, Math.max(1, option));
    if (option < 0 || (SHELLS.has(name) && before.some((w) => !/^[-+]/.test(w.resolved) && w.resolved !== 'pipefail')))
      return undefined;
    return words[option + 1];
  }
  if (name === 'eval' || name === 'trap') return words[1]?.resolved === '--' ? words[2] : words[1];
  const remote = words.length === 1 && words[0]!.quoted && wrappers.some((w) => commandName(w) === 'ssh');
  return remote ? words[0] : undefined;
}
