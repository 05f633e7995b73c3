/** Which server a command starts a Python web application with. */
import { readModule } from '../documents/python/readModule';
import { parseShell } from '../documents/shell/shell';
import { resolveBeside, type WorkspaceFiles } from '../files';
import { once } from '../once';
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

/** What the words of an exec form run: those of `sh -c` are a text of their own, without its branches. */
export function commandsOf(argv: readonly string[]): string[][] {
  const [shell = '', option = '', text] = argv;
  return /^(?:ba|da|a|z)?sh$/.test(baseName(shell)) && /^-\w*c$/.test(option) && text !== undefined
    ? parseShell(text).flatMap(({ conditional, words }) => (conditional ? [] : [words.map(({ resolved }) => resolved)]))
    : [[...argv]];
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
    if (typeof text === 'string') return runsPublicly(address!, text, files);
  }
  return false;
}

/** Thousands of commands may start one program. */
const asked = once((_: WorkspaceFiles) => new Map<string, { text: string; runs: boolean }>());

function runsPublicly(uri: string, text: string, files: WorkspaceFiles): boolean {
  const before = asked(files).get(uri);
  if (before?.text === text) return before.runs;
  const isLikely = text.length < 500_000 && /\.run\(|run_simple/.test(text);
  const runs = isLikely && publicRuns(readModule(uri, text)).length > 0;
  asked(files).set(uri, { text, runs });
  return runs;
}
