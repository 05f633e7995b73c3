/** Which framework the Python files around a folder of templates are written with. */
import type { FolderEntry } from '../../protocol/methods';
import type { WorkspaceFiles } from '../files';
import { folderOf, inFolder } from './folders';

/** `other`: one whose templates are not Jinja's. */
export type Framework = 'flask' | 'jinja' | 'other';

const FLASK = /^[ \t]*(?:from|import)[ \t]+(?:flask|quart)\b/m;
const JINJA =
  /^[ \t]*(?:from|import)[ \t]+(?:jinja2|aiohttp_jinja2|sanic_ext|sanic_jinja2)\b|\bJinja2Templates\b|\bFlask\(/m;
const DJANGO = /^[ \t]*(?:from|import)[ \t]+django\b/m;
const OF_DJANGO = /^(?:manage|apps|urls|settings|asgi)\.py$/;
/** Files of other languages and of generators that keep templates under the same name. */
const OF_OTHERS =
  /^(?:Cargo\.toml|go\.mod|composer\.json|Chart\.yaml|pom\.xml|mkdocs\.yml|pelicanconf\.py|theme\.toml|theme\.conf|cookiecutter\.json|galaxy\.yml)$/i;
/** Where an application is likely to be made. */
const LIKELY = /^(?:__init__|app|application|main|server|run|wsgi|views?|routes?|web\w*|create_app|api)\.py$/;

/** From the innermost folder of templates on. */
const PATH = /\/?(?<=^|\/)templates\/(?!.*\/templates\/).*$/;

const MAX_UP = 2;
const MAX_READ = 12;

/** Undefined: no Python file of the folder, or of the one above, says so. */
export function applicationOf(uri: string, files: WorkspaceFiles): Framework | undefined {
  if (!files.folder || !PATH.test(uri)) return undefined;
  let folder = uri.replace(PATH, '') || '.';
  for (let up = 0; up < MAX_UP; up++) {
    const framework = frameworkOf(folder, files.folder(folder) ?? [], files);
    if (framework || !folder.includes('/')) return framework;
    folder = folderOf(folder);
  }
  return undefined;
}

function frameworkOf(folder: string, entries: readonly FolderEntry[], files: WorkspaceFiles): Framework | undefined {
  const names = entries.filter(({ isFolder }) => !isFolder).map(({ name }) => name);
  // A role of Ansible writes files of a host.
  if (entries.some(({ name, isFolder }) => isFolder && /^(?:tasks|handlers)$/.test(name))) return 'other';
  if (names.includes('manage.py') || names.filter((name) => OF_DJANGO.test(name)).length > 1) return 'other';
  const sources = names.filter((name) => name.endsWith('.py'));
  const likely = [...sources].sort((a, b) => Number(LIKELY.test(b)) - Number(LIKELY.test(a))).slice(0, MAX_READ);
  let found: Framework | undefined;
  for (const name of likely) {
    const address = inFolder(folder, name);
    const text = address && files.text(address);
    if (typeof text !== 'string') continue;
    if (FLASK.test(text)) return 'flask';
    if (JINJA.test(text)) found = 'jinja';
    else if (DJANGO.test(text)) found ??= 'other';
  }
  return found ?? (names.some((name) => OF_OTHERS.test(name)) ? 'other' : undefined);
}
