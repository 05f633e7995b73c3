/** Which file is which kind of deployment file. */
import { type Kind, kindLanguages } from '../protocol/deploymentFiles';
import { fileName } from './files';

export type { Kind };

/** What a rule judges: files of a kind, and as `run` every `docker run` line in whatever file it stands. */
export type RuleKind = Kind | 'run';

/** Kinds that describe running containers. */
export const CONTAINER_KINDS: readonly RuleKind[] = ['compose', 'run'];

/** Every kind that names images. */
export const ALL_KINDS: readonly RuleKind[] = ['dockerfile', ...CONTAINER_KINDS];

/** Templates and companions that carry the name of a Dockerfile but are none. */
const NOT_A_DOCKERFILE =
  /\.(dockerignore|md|rst|adoc|txt|html?|css|scss|sh|py|js|mjs|cjs|jsx|ts|tsx|vue|go|rs|rb|php|java|kt|cs|c|h|cc|cpp|swift|scala|pl|sql|m4|in|j2|jinja2?|erb|tt|ejs|hbs|handlebars|liquid|njk|mako|tera|tmpl|tpl|template|gotmpl|mustache|bak|orig|rej|swp|lock|json|ya?ml|vim|lua|nanorc|tm[A-Z]\w+|plist|xml|toml)$/i;
/** A symbolic link that was written out as a file: the path of another one, and nothing else. */
const LINK = /^[^\s"'$=]*\/[^\s"'$=]+\s*$/;
const DOCKERFILE = /^(?:docker|container)file(?:[.-][\w.-]+)?$|\.(?:docker|container)file$/i;
const COMPOSE = /^(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$|[.-]compose\.ya?ml$/i;
const ENV = /^\.env(?:\.[\w.-]+)?$|^[\w.-]+\.env$/i;
/** Files to be copied and filled in (fact T26), and names of other things. */
const ENV_TEMPLATE =
  /[._-](?:example|sample|template|tmpl|tpl|dist|defaults?|j2|jinja2?|erb|md|ts|js|json|ya?ml|enc|vault|schema|lock|bak)(?:\.env)?$|^(?:example|sample|template)\.env$/i;
const COMPOSE_TEXT =
  /^services:[ \t]*(?:#.*)?\r?\n(?:[ \t]*(?:#.*)?\r?\n)*[ \t]+[\w.-]+:[ \t]*(?:&\w+[ \t]*)?(?:#.*)?\r?\n(?:[ \t]+.*\r?\n){0,40}?[ \t]+(?:image|build):/m;

const SHEBANG = /^#![^\n]*\b(?:ba|da|z|k)?sh\b/;
const CI =
  /(?:^|[\\/])(?:\.github[\\/](?:workflows|actions)[\\/].*|\.gitlab-ci[\w.-]*|(?:bitbucket|azure)-pipelines|\.circleci[\\/]config|\.(?:drone|woodpecker)|\.woodpecker[\\/].*)\.ya?ml$/i;
const CRON_FOLDER = /(?:^|[\\/])cron\.d[\\/][^\\/]+$/i;
/** Files that are read for the commands in them. */
const BY_NAME: readonly [RegExp, Kind][] = [
  [/\.(sh|bash|zsh|ksh|ps1|bat|cmd)$/i, 'shell'],
  [/^(GNU)?makefile$|\.mk$/i, 'makefile'],
  [/^Jenkinsfile(?:[.-].*)?$|\.jenkinsfile$/i, 'jenkins'],
  [/\.service$/i, 'systemd'],
  [/^crontab$|\.crontab$/i, 'crontab'],
  [/^daemon\.json$/i, 'daemon'],
  [/\.(md|markdown)$/i, 'markdown'],
];
const BY_LANGUAGE: ReadonlyMap<string, Kind> = new Map(
  Object.entries(kindLanguages).flatMap(([kind, ids]) => ids.map((id) => [id, kind as Kind] as const)),
);

/** The kind by the editor's language, the name, and for other YAML files the first lines; undefined: not ours. */
export function kindOf(path: string, text?: string, languageId?: string): Kind | undefined {
  const name = fileName(path);
  const byLanguage = BY_LANGUAGE.get(languageId ?? '');
  if (byLanguage === 'dockerfile' || byLanguage === 'compose') return byLanguage;
  if (DOCKERFILE.test(name) && !NOT_A_DOCKERFILE.test(name)) return LINK.test(text?.slice(0, 1000) ?? '') ? undefined : 'dockerfile';
  if (COMPOSE.test(name)) return 'compose';
  if ((ENV.test(name) || byLanguage === 'env') && !ENV_TEMPLATE.test(name)) return 'env';
  if (CI.test(path)) return 'ci';
  if (CRON_FOLDER.test(path) && !name.startsWith('.')) return 'crontab';
  const holder = BY_NAME.find(([pattern]) => pattern.test(name))?.[1] ?? byLanguage;
  if (holder) return holder;
  if (/\.ya?ml$/i.test(name) || languageId === 'yaml')
    return text !== undefined && COMPOSE_TEXT.test(text.slice(0, 20_000)) ? 'compose' : undefined;
  return text !== undefined && !name.includes('.') && SHEBANG.test(text.slice(0, 100)) ? 'shell' : undefined;
}

/** An override or a variant: what is missing there may stand in the file it is laid over (fact T10). */
export function isFragmentName(uri: string): boolean {
  return /^(?:docker-)?compose[.-][\w.-]+\.ya?ml$/i.test(fileName(uri));
}

const VARIANT =
  /[.-](?:overrides?|prod|production|dev|devel|development|test|tests|testing|ci|local|staging|stage|debug)(?:[.-][\w.-]+)?$/i;

/** By its name the same deployment for another occasion, whatever stands beside it. */
export const isVariantName = (uri: string): boolean => VARIANT.test(fileName(uri).replace(/\.ya?ml$/i, ''));

/** How people call files of a kind. */
export const kindTitles: Record<RuleKind, string> = {
  dockerfile: 'Dockerfile',
  compose: 'Compose',
  run: 'docker run',
  shell: 'Shell',
  makefile: 'Makefile',
  ci: 'CI',
  jenkins: 'Jenkinsfile',
  systemd: 'systemd',
  crontab: 'crontab',
  daemon: 'daemon.json',
  markdown: 'Markdown',
  env: '.env',
};
