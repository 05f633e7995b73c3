/** Whether files beside an application say what serves it where it is deployed. */

import { folderOf } from '../deployment/folders';
import type { PythonModule } from '../documents/python/pythonModule';
import { fileName, resolveBeside, type WorkspaceFiles } from '../files';

/** A server that is made for operation, by its package or its configuration. */
const SERVER =
  /\b(?:gunicorn|uwsgi|waitress|hypercorn|uvicorn|mod_wsgi|gevent|eventlet|bjoern|cheroot|daphne|granian|zappa|serverless-wsgi|passenger)\b/i;
const TELLS =
  /^(?:(?:docker|container)file.*|.*\.dockerfile|(?:docker-)?compose.*\.ya?ml|procfile.*|requirements.*\.txt|pyproject\.toml|pipfile|setup\.(?:py|cfg)|environment\.ya?ml|.*\.(?:sh|service|ini|wsgi)|wsgi\.py|gunicorn.*\.py|app\.ya?ml|render\.yaml|fly\.toml|zappa_settings\.json|makefile|vercel\.json|serverless\.yml)$/i;
const IMAGE = /^(?:(?:docker|container)file.*|.*\.dockerfile)$/i;
const MAX_FILES = 60;

/**
 * True where another server is named, and where an image says itself what it starts: that is judged
 * there.
 */
export function isServedElsewhere({ uri, text }: PythonModule, files: WorkspaceFiles): boolean {
  if (SERVER.test(text)) return true;
  for (const { name, told } of tellingFiles(uri, files)) if (IMAGE.test(name) || SERVER.test(told() ?? '')) return true;
  return false;
}

/** Names the module as what it serves: `gunicorn -b :8080 shop.app:app`. */
const SERVES =
  /\b(?:gunicorn|uwsgi|waitress-serve|hypercorn|uvicorn|granian)\b[^\n]{0,300}?\b([A-Za-z_]\w*):[A-Za-z_]/g;
const RUNS = /\bpython[\d.]*["',\s]+(?:-\w+["',\s]+){0,5}(?:[\w.-]*\/)*(\w+)\.py\b|\bflask\b[^\n]{0,200}\brun\b/g;

/**
 * Whether a file starts the module with a server for operation, and none runs it by itself. One
 * above has to name the module's folder: it may be about another module of that name.
 */
export function isServedByAnother({ uri }: Pick<PythonModule, 'uri'>, files: WorkspaceFiles): boolean {
  const own = fileName(uri).replace(/\.py$/, '');
  const folder = fileName(folderOf(uri));
  let isServed = false;
  for (const { told, isAbove } of tellingFiles(uri, files)) {
    const text = told() ?? '';
    if (isAbove && !text.split(/[^\w-]+/).includes(folder)) continue;
    for (const [, program] of text.matchAll(RUNS)) if (program === undefined || program === own) return false;
    isServed ||= [...text.matchAll(SERVES)].some(([, name]) => name === own);
  }
  return isServed;
}

/** Beside the module and up to two folders above it. */
function* tellingFiles(
  uri: string,
  files: WorkspaceFiles,
): Generator<{ name: string; told: () => string | undefined; isAbove: boolean }> {
  let left = MAX_FILES;
  for (const up of ['x', '../x', '../../x']) {
    const beside = resolveBeside(uri, up);
    const folder = beside === undefined ? undefined : beside.slice(0, Math.max(0, beside.lastIndexOf('/')));
    const names = (folder === undefined ? undefined : files.folder?.(folder || '.')) ?? [];
    for (const { name, isFolder } of names) {
      if (isFolder || !TELLS.test(name) || left-- <= 0) continue;
      const other = resolveBeside(beside!, name);
      yield {
        name,
        isAbove: up !== 'x',
        told: () => (other === undefined ? undefined : (files.text(other) ?? undefined)),
      };
    }
    // Above the folder of a repository other projects begin.
    if (names.some(({ name }) => name === '.git')) return;
  }
}
