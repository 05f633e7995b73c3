/** Which server a command starts a Python web application with. */
import { readModule } from '../documents/python/readModule';
import { resolveBeside, type WorkspaceFiles } from '../files';
import { publicRuns } from './devServer';

/** `development`: the framework's own; `operation`: one that is made for it; else the program that is run. */
export type StartedServer = 'development' | 'operation' | { script: string };

const OPERATION = /^(?:gunicorn|uwsgi|waitress-serve|hypercorn|uvicorn|daphne|granian|mod_wsgi-express|gevent|bjoern)$/;
const PYTHON = /^python[\d.]*$/;
/** Stand before the command that they start. */
const WRAPPERS =
  /^(?:exec|time|nice|nohup|sudo|env|tini|dumb-init|poetry|pipenv|uv|pdm|hatch|run|--|-\w+|[A-Za-z_]\w*=.*)$/;

const baseName = (word: string): string => word.slice(word.lastIndexOf('/') + 1);

/** @param words of one command, quotes taken off; undefined: neither */
export function serverOf(words: readonly string[]): StartedServer | undefined {
  const start = words.findIndex((word) => !WRAPPERS.test(word));
  const [first = '', ...args] = start < 0 ? [] : words.slice(start);
  const name = baseName(first);
  if (OPERATION.test(name)) return 'operation';
  if (name === 'flask') return args.includes('run') ? 'development' : undefined;
  if (name === 'manage.py') return args[0] === 'runserver' ? 'development' : undefined;
  if (!PYTHON.test(name)) return undefined;
  const module = args.indexOf('-m');
  const at = args.findIndex((arg) => !arg.startsWith('-'));
  if (module >= 0 && (at < 0 || module < at)) return serverOf(args.slice(module + 1));
  const script = args[at] ?? '';
  if (baseName(script) === 'manage.py') return args[at + 1] === 'runserver' ? 'development' : undefined;
  return /\.py$/.test(script) ? { script } : undefined;
}

/** The commands of a text for a shell, their words side by side; what it quotes stays together. */
const commandsIn = (text: string): string[][] =>
  text
    .slice(0, 5000)
    .replace(/\\\r?\n/g, ' ')
    .split(/&&|\|\||[;\n|]/)
    .map((command) =>
      (command.match(/"[^"]*"|'[^']*'|[^\s"']+/g) ?? []).map((word) => word.replace(/^(["'])(.*)\1$/s, '$2')),
    );

/** What the words of an exec form run: those of `sh -c` are a text of their own. */
export function commandsOf(words: readonly string[]): string[][] {
  const [shell = '', option = '', text] = words;
  return /^(?:ba|da|a|z)?sh$/.test(baseName(shell)) && /^-\w*c$/.test(option) && text !== undefined
    ? commandsIn(text)
    : [[...words]];
}

/**
 * Whether the program starts the framework's own server where others reach it; looked for beside the file
 * that names it.
 */
export function startsDevServer(uri: string, script: string, files: WorkspaceFiles): boolean {
  const paths = [script.replace(/^\//, ''), script.replace(/^\/[^/]+\//, ''), baseName(script)];
  for (const path of new Set(paths)) {
    const address = resolveBeside(uri, path);
    const text = address === undefined ? undefined : files.text(address);
    if (typeof text !== 'string') continue;
    return (
      text.length < 500_000 && /\.run\(|run_simple/.test(text) && publicRuns(readModule(address!, text)).length > 0
    );
  }
  return false;
}
