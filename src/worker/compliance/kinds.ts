/** Which file is which kind of deployment file. */
import { fileName } from './files';

export type Kind = 'dockerfile' | 'compose' | 'shell' | 'makefile' | 'ci' | 'systemd' | 'markdown';

/** What a rule judges: files of a kind, and as `run` every `docker run` line in whatever file it stands. */
export type RuleKind = Kind | 'run';

/** Kinds that describe running containers. */
export const CONTAINER_KINDS: readonly RuleKind[] = ['compose', 'run'];

/** Every kind that names images. */
export const ALL_KINDS: readonly RuleKind[] = ['dockerfile', ...CONTAINER_KINDS];

/** File names the extension watches and the workspace check looks for, as VS Code globs. */
export const kindGlobs: Record<Kind, readonly string[]> = {
  dockerfile: ['**/Dockerfile', '**/Dockerfile.*', '**/*.Dockerfile', '**/*.dockerfile', '**/Containerfile', '**/Containerfile.*'],
  compose: [
    '**/compose.{yml,yaml}',
    '**/compose.*.{yml,yaml}',
    '**/compose-*.{yml,yaml}',
    '**/docker-compose.{yml,yaml}',
    '**/docker-compose.*.{yml,yaml}',
    '**/docker-compose-*.{yml,yaml}',
    '**/*.compose.{yml,yaml}',
  ],
  shell: ['**/*.{sh,bash,zsh,ksh,ps1,bat,cmd}'],
  makefile: ['**/{Makefile,makefile,GNUmakefile}', '**/*.mk'],
  ci: [
    '**/.github/{workflows,actions}/**/*.{yml,yaml}',
    '**/.gitlab-ci*.{yml,yaml}',
    '**/{bitbucket,azure}-pipelines.{yml,yaml}',
    '**/.circleci/config.{yml,yaml}',
  ],
  systemd: ['**/*.service'],
  markdown: ['**/*.{md,markdown}'],
};

/** Templates and companions that carry the name of a Dockerfile but are none. */
const NOT_A_DOCKERFILE =
  /\.(dockerignore|md|rst|sh|py|js|ts|j2|jinja2?|erb|tmpl|tpl|template|gotmpl|mustache|bak|orig|rej|swp|lock|json|ya?ml)$/i;
const DOCKERFILE = /^(?:docker|container)file(?:[.-][\w.-]+)?$|\.(?:docker|container)file$/i;
const COMPOSE = /^(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$|[.-]compose\.ya?ml$/i;
const COMPOSE_TEXT =
  /^services:[ \t]*(?:#.*)?\r?\n(?:[ \t]*(?:#.*)?\r?\n)*[ \t]+[\w.-]+:[ \t]*(?:&\w+[ \t]*)?(?:#.*)?\r?\n(?:[ \t]+.*\r?\n){0,40}?[ \t]+(?:image|build):/m;

const SHEBANG = /^#![^\n]*\b(?:ba|da|z|k)?sh\b/;
const CI =
  /(?:^|[\\/])(?:\.github[\\/](?:workflows|actions)[\\/].*|\.gitlab-ci[\w.-]*|(?:bitbucket|azure)-pipelines|\.circleci[\\/]config)\.ya?ml$/i;
/** Files that are read for the commands in them. */
const BY_NAME: readonly [RegExp, Kind][] = [
  [/\.(sh|bash|zsh|ksh|ps1|bat|cmd)$/i, 'shell'],
  [/^(GNU)?makefile$|\.mk$/i, 'makefile'],
  [/\.service$/i, 'systemd'],
  [/\.(md|markdown)$/i, 'markdown'],
];
const BY_LANGUAGE: ReadonlyMap<string, Kind> = new Map([
  ['shellscript', 'shell'],
  ['powershell', 'shell'],
  ['bat', 'shell'],
  ['makefile', 'makefile'],
  ['markdown', 'markdown'],
]);

/** The kind by the editor's language, the name, and for other YAML files the first lines; undefined: not ours. */
export function kindOf(path: string, text?: string, languageId?: string): Kind | undefined {
  const name = fileName(path);
  if (languageId === 'dockerfile') return 'dockerfile';
  if (languageId === 'dockercompose') return 'compose';
  if (DOCKERFILE.test(name) && !NOT_A_DOCKERFILE.test(name)) return 'dockerfile';
  if (COMPOSE.test(name)) return 'compose';
  if (CI.test(path)) return 'ci';
  const holder = BY_NAME.find(([pattern]) => pattern.test(name))?.[1] ?? BY_LANGUAGE.get(languageId ?? '');
  if (holder) return holder;
  if (/\.ya?ml$/i.test(name) || languageId === 'yaml')
    return text !== undefined && COMPOSE_TEXT.test(text.slice(0, 20_000)) ? 'compose' : undefined;
  return text !== undefined && !name.includes('.') && SHEBANG.test(text.slice(0, 100)) ? 'shell' : undefined;
}

/** An override or a variant: what is missing there may stand in the file it is laid over (fact T10). */
export function isFragmentName(uri: string): boolean {
  return /^(?:docker-)?compose[.-][\w.-]+\.ya?ml$/i.test(fileName(uri));
}

/** How people call files of a kind. */
export const kindTitles: Record<RuleKind, string> = {
  dockerfile: 'Dockerfile',
  compose: 'Compose',
  run: 'docker run',
  shell: 'Shell',
  makefile: 'Makefile',
  ci: 'CI',
  systemd: 'systemd',
  markdown: 'Markdown',
};
