/** Commands that build, push, pull, run, scan and verify images, of whatever tool. */
import { ciInputs } from '../documents/ci/ciVariables';
import { makesNoImage } from '../documents/dockerCommand/buildOutput';
import { ENGINES } from '../documents/dockerCommand/dockerRunOptions';
import type { Script } from '../documents/shell/script';
import type { ShellCommand, ShellWord } from '../documents/shell/shellTypes';
import { once } from '../once';
import { valueIn } from '../valueIn';

/** What a command does to an image, and the words that say so (`docker buildx build`). */
export interface ImageAction {
  action: 'build' | 'push' | 'pull' | 'run' | 'scan' | 'verify';
  tool: string;
  words: ShellWord[];
}

const VERBS: Record<string, ImageAction['action']> = {
  build: 'build',
  bud: 'build',
  push: 'push',
  pull: 'pull',
  run: 'run',
  create: 'run',
};
/** The second word of the tools that scan images, and of those that verify signatures. */
const SCANS: Record<string, RegExp | undefined> = {
  grype: /^(?!(dir|file|sbom):|(db|version|config|completion|explain)$)/,
  snyk: /^container$/,
  anchorectl: /^image$/,
  'anchore-cli': /^image$/,
  clairctl: /^report$/,
  'clair-scanner': /^/,
  twistcli: /^images$/,
};
const VERIFIES: Record<string, RegExp | undefined> = {
  cosign: /^verify(-attestation)?$/,
  notation: /^verify$/,
  ratify: /^verify$/,
  'slsa-verifier': /^verify-image$/,
  gh: /^attestation$/,
  skopeo: /^standalone-verify$/,
};

/** No other program does anything with images. */
const ACTORS: ReadonlySet<string> = new Set([
  ...ENGINES,
  ...['buildah', 'executor', 'docker-compose', 'skopeo', 'trivy'],
  ...Object.keys(SCANS),
  ...Object.keys(VERIFIES),
]);

export function imageAction(command: ShellCommand): ImageAction | undefined {
  const { name: tool, words } = command;
  if (!ACTORS.has(tool)) return undefined;
  const second = words[1]?.resolved ?? '';
  const act = (action: ImageAction['action'], count: number): ImageAction => ({
    action,
    tool,
    words: words.slice(0, count),
  });
  if (ENGINES.has(tool) || tool === 'buildah') return engineAction(words, tool, act);
  if (
    /(^|\/)kaniko\/executor$|^executor$/.test(words[0]!.resolved) &&
    words.some((w) => /^--(destination|context|dockerfile)/.test(w.resolved))
  )
    return act('build', 1);
  if (tool === 'docker-compose') return composePull(words, 0, act);
  if (tool === 'skopeo' && second === 'copy') return act('push', 2);
  if (tool === 'trivy') {
    const verb = words.findIndex(
      (w, i) => i > 0 && /^(image|i)$/.test(w.resolved) && !/^(-c|--config|--cache-dir)$/.test(words[i - 1]!.resolved),
    );
    return verb > 0 && verb <= 4 ? act('scan', verb + 1) : undefined;
  }
  const scans = valueIn(SCANS, tool);
  if (scans?.test(second)) return act('scan', tool === 'grype' || tool === 'clair-scanner' ? 1 : 2);
  const verifies = valueIn(VERIFIES, tool);
  return verifies?.test(second) ? act('verify', 2) : undefined;
}

function engineAction(
  words: readonly ShellWord[],
  tool: string,
  act: (a: ImageAction['action'], n: number) => ImageAction,
): ImageAction | undefined {
  let at = 1;
  while (words[at]?.resolved.startsWith('-'))
    at += /^(--context|--host|-H|--config|-c|--log-level|-l|--namespace|-n)$/.test(words[at]!.resolved) ? 2 : 1;
  const group = words[at]?.resolved;
  if (group === 'scout') return act('scan', at + 2);
  if (group === 'compose') return composePull(words, at, act);
  if (group === 'image' || group === 'container' || group === 'buildx' || group === 'builder') at++;
  const verb = words[at]?.resolved ?? '';
  const action = valueIn(VERBS, verb);
  if ((action === 'build' || verb === 'bake') && makesNoImage(words.slice(at + 1).map((w) => w.resolved)))
    return undefined;
  if (group === 'buildx' && verb === 'bake') return act('build', at + 1);
  if ((group === 'image' && verb === 'trust') || (group?.startsWith('build') && group !== verb && verb !== 'build'))
    return undefined;
  return action && !(tool === 'buildah' && verb === 'run') ? act(action, at + 1) : undefined;
}

/** `docker compose pull` fetches what the compose file names. */
function composePull(
  words: readonly ShellWord[],
  group: number,
  act: (a: ImageAction['action'], n: number) => ImageAction,
) {
  let at = group + 1;
  while (words[at]?.resolved.startsWith('-'))
    at += /^(-f|--file|-p|--project-name|--profile|--env-file|--project-directory)$/.test(words[at]!.resolved) ? 2 : 1;
  return words[at]?.known === 'pull' ? act('pull', at + 1) : undefined;
}

/** `cmd || true`, `cmd || :`, `cmd || echo …`, `cmd; exit 0`: its failure is overlooked. */
export function failureIgnored(command: ShellCommand): ShellCommand | undefined {
  if (command.after !== '||') return undefined;
  const next = command.list.find((c) => c.start >= command.end && c.before === '||');
  return next && /^(true|:|echo|printf)$/.test(next.name) ? next : undefined;
}

/**
 * Names that the script itself gives to images (`build -t`, `tag`, `commit`, `import`, the `tags` of
 * an action that builds): they are not pulled.
 */
export const namedHere = once(
  (script: Script): ReadonlySet<string> =>
    new Set([...script.commands.flatMap((c) => names(c)), ...namedByInputs(script)].map(withTag)),
);

const namedByInputs = (script: Script): string[] =>
  ciInputs(script).flatMap(({ name, value }) =>
    name === 'tags'
      ? script
          .pipeline!.names.fill(value.text)
          .split(/[\s,]+/)
          .filter(Boolean)
      : [],
  );

/** `app` is `app:latest`. */
export const withTag = (name: string): string =>
  /[:@]/.test(name.slice(name.lastIndexOf('/') + 1)) ? name : `${name}:latest`;

function names(command: ShellCommand): string[] {
  const { name, words } = command;
  if (!ACTORS.has(name)) return [];
  const verb = words[words[1]?.known === 'image' || words[1]?.known === 'container' ? 2 : 1]?.known ?? '';
  if (/^(tag|commit|import)$/.test(verb) && ENGINES.has(name)) return [words.at(-1)!.resolved];
  if (imageAction(command)?.action !== 'build') return [];
  return words.flatMap(({ resolved }, i) =>
    /^(-t|--tag)$/.test(resolved)
      ? [words[i + 1]?.resolved ?? '']
      : (/^(?:-t=?|--tag=)(.+)/.exec(resolved)?.slice(1, 2) ?? []),
  );
}
