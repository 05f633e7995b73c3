/** Where deployment files are found: names, editor languages and words; the one list that linter, extension and package.json share. */

/** File names of every kind, as globs with at most one level of braces. */
export const kindGlobs = {
  dockerfile: ['**/{Dockerfile,Containerfile}', '**/{Dockerfile,Containerfile}{.,-}*', '**/*.{Dockerfile,dockerfile,Containerfile}'],
  compose: ['**/{compose,docker-compose}.{yml,yaml}', '**/{compose,docker-compose}{.,-}*.{yml,yaml}', '**/*{.,-}compose.{yml,yaml}'],
  shell: ['**/*.{sh,bash,zsh,ksh,ps1,bat,cmd}'],
  makefile: ['**/{Makefile,makefile,GNUmakefile}', '**/*.mk'],
  ci: [
    '**/.github/{workflows,actions}/**/*.{yml,yaml}',
    '**/.gitlab-ci*.{yml,yaml}',
    '**/{bitbucket,azure}-pipelines.{yml,yaml}',
    '**/.circleci/config.{yml,yaml}',
    '**/.{drone,woodpecker}.{yml,yaml}',
    '**/.woodpecker/**/*.{yml,yaml}',
  ],
  jenkins: ['**/Jenkinsfile', '**/Jenkinsfile{.,-}*', '**/*.jenkinsfile'],
  systemd: ['**/*.service'],
  crontab: ['**/crontab', '**/*.crontab', '**/cron.d/*'],
  daemon: ['**/daemon.json'],
  markdown: ['**/*.{md,markdown}'],
  env: ['**/.env', '**/.env.*', '**/*.env'],
} as const satisfies Record<string, readonly string[]>;

export type Kind = keyof typeof kindGlobs;

/** Language ids of editors that settle the kind, also of a document without a name. */
export const kindLanguages: Partial<Record<Kind, readonly string[]>> = {
  dockerfile: ['dockerfile'],
  compose: ['dockercompose'],
  shell: ['shellscript', 'powershell', 'bat'],
  makefile: ['makefile'],
  jenkins: ['jenkinsfile'],
  crontab: ['crontab'],
  markdown: ['markdown'],
  env: ['dotenv'],
};

/** Files that a verdict depends on without being judged themselves. */
const companionGlobs = ['**/{.dockerignore,.gitignore}', '**/*.dockerignore'];

/** The configuration, which is checked for its own sake. */
export const configGlob = '**/.qrcodemaster.{yaml,yml}';

/** Kinds that are mostly about something else: only the container commands in them concern us. */
const holders: ReadonlySet<Kind> = new Set(['shell', 'makefile', 'jenkins', 'systemd', 'markdown']);
const CONTAINER_WORD =
  /\b(?:docker(?:file)?|containerfile|podman|nerdctl|containerd|dockerd|buildah|skopeo|trivy|cosign)\b|^[ \t]*services:[ \t]*$/im;

/** Whether a text of the kind is a deployment file at all: a README that never speaks of containers is none. */
export const concernsContainers = (kind: Kind, text: string): boolean => !holders.has(kind) || CONTAINER_WORD.test(text);

/** `a{b,c}d` → `abd`, `acd`; braces do not nest. */
export function withoutBraces(glob: string): string[] {
  const [, head, choices, tail] = /^(.*?)\{([^{}]*)\}(.*)$/.exec(glob) ?? [];
  if (choices === undefined) return [glob];
  return choices.split(',').flatMap((choice) => withoutBraces(`${head}${choice}${tail}`));
}

/** Globs without braces whose letters match in either case: editors compare names letter by letter, and `DOCKERFILE` is one, too. */
export const patternsOf = (globs: readonly string[]): string[] => [
  ...new Set(globs.flatMap(withoutBraces).map((glob) => glob.replace(/[a-z]/gi, (c) => `[${c.toLowerCase()}${c.toUpperCase()}]`))),
];

/** Braces within braces are not understood by every reader of globs. */
const oneGlob = (globs: readonly string[]): string =>
  `**/{${patternsOf(globs)
    .map((glob) => glob.replace(/^\*\*\//, ''))
    .join(',')}}`;

const searchedGlobs = [...Object.values(kindGlobs).flat(), configGlob, '**/*.{yml,yaml}'];

/** One glob for a search of all deployment files; any YAML file may be one by its text. */
export const searchedGlob = oneGlob(searchedGlobs);

/** Folders of other people's files and of what tools wrote: a search does not enter them. */
export const SKIPPED_FOLDERS = ['node_modules', '.git', '.hg', '.svn', '.venv', 'venv', 'vendor', 'dist', '__pycache__'];

export const skippedGlob = `**/{${SKIPPED_FOLDERS}}/**`;

/** One glob for everything whose change may change a verdict; any YAML file may be extended or included. */
export const watchedGlob = oneGlob([...searchedGlobs, ...companionGlobs]);

/** Larger files are no deployment files: no host reads them for the linter. */
export const MAX_FILE_MB = 32;
