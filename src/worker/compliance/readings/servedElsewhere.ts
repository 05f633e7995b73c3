/** Whether files beside an application say what serves it where it is deployed. */
import type { PythonModule } from '../documents/python/pythonModule';
import { resolveBeside, type WorkspaceFiles } from '../files';

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
  let left = MAX_FILES;
  for (const up of ['x', '../x', '../../x']) {
    const beside = resolveBeside(uri, up);
    const folder = beside === undefined ? undefined : beside.slice(0, Math.max(0, beside.lastIndexOf('/')));
    const names = (folder === undefined ? undefined : files.folder?.(folder || '.')) ?? [];
    for (const { name, isFolder } of names) {
      if (isFolder || !TELLS.test(name) || left-- <= 0) continue;
      if (IMAGE.test(name)) return true;
      const other = resolveBeside(beside!, name);
      const told = other === undefined ? undefined : files.text(other);
      if (typeof told === 'string' && SERVER.test(told)) return true;
    }
    // Above the folder of a repository other projects begin.
    if (names.some(({ name }) => name === '.git')) return false;
  }
  return false;
}
