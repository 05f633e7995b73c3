/** Which file is which kind of deployment file. */
import { fileName } from './files';

export type Kind = 'dockerfile' | 'compose' | 'shell';

/** Kinds that describe running containers. */
export const CONTAINER_KINDS: readonly Kind[] = ['compose', 'shell'];

/** Every kind there is. */
export const ALL_KINDS: readonly Kind[] = ['dockerfile', ...CONTAINER_KINDS];

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
  shell: ['**/*.{sh,bash}'],
};

/** Templates and companions that carry the name of a Dockerfile but are none. */
const NOT_A_DOCKERFILE =
  /\.(dockerignore|md|rst|sh|py|js|ts|j2|jinja2?|erb|tmpl|tpl|template|gotmpl|mustache|bak|orig|rej|swp|lock|json|ya?ml)$/i;
const DOCKERFILE = /^(?:docker|container)file(?:[.-][\w.-]+)?$|\.(?:docker|container)file$/i;
const COMPOSE = /^(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$|[.-]compose\.ya?ml$/i;
const COMPOSE_TEXT =
  /^services:[ \t]*(?:#.*)?\r?\n(?:[ \t]*(?:#.*)?\r?\n)*[ \t]+[\w.-]+:[ \t]*(?:&\w+[ \t]*)?(?:#.*)?\r?\n(?:[ \t]+.*\r?\n){0,40}?[ \t]+(?:image|build):/m;

/** The kind by the editor's language, the name, and for other YAML files the first lines; undefined: not ours. */
export function kindOf(path: string, text?: string, languageId?: string): Kind | undefined {
  const name = fileName(path);
  if (languageId === 'dockerfile') return 'dockerfile';
  if (languageId === 'dockercompose') return 'compose';
  if (DOCKERFILE.test(name) && !NOT_A_DOCKERFILE.test(name)) return 'dockerfile';
  if (COMPOSE.test(name)) return 'compose';
  if (/\.(?:sh|bash)$/i.test(name) || languageId === 'shellscript') return 'shell';
  const isYaml = /\.ya?ml$/i.test(name) || languageId === 'yaml';
  const ci = /(?:^|[\\/])\.github[\\/]|\.gitlab-ci/.test(path);
  return isYaml && !ci && text !== undefined && COMPOSE_TEXT.test(text.slice(0, 20_000)) ? 'compose' : undefined;
}

/** An override or a variant: what is missing there may stand in the file it is laid over (fact T10). */
export function isFragmentName(uri: string): boolean {
  return /^(?:docker-)?compose[.-][\w.-]+\.ya?ml$/i.test(fileName(uri));
}

/** How people call files of a kind. */
export const kindTitles: Record<Kind, string> = { dockerfile: 'Dockerfile', compose: 'Compose', shell: 'docker run' };
