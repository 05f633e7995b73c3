/** The files that a compose file is merged with, as `COMPOSE_FILE` in `.env` or `-f` of a command names them. */
import { fileName, resolveBeside, type WorkspaceFiles } from '../../files';
import type { EnvVariables } from '../env/env';
import { isComposeName } from './composeNames';

export interface ComposeList {
  /** Under the file, in order; undefined for what has no address in the workspace. */
  before: (string | undefined)[];
  /** Laid over it. */
  after: string[];
  /** Of the `.env` that the list is used with. */
  env: EnvVariables;
}

/** Compose is run in the folder of the file or in one around it. */
const LEVELS = ['', '../', '../../'];
const SCRIPTS = /^(?:makefile|.*\.(?:sh|bash|mk)|readme\.md)$/i;
const MAX_CHARACTERS = 200_000;
const MAX_SCRIPTS = 50;

type EnvOf = (uri: string) => EnvVariables;

/** Undefined: nothing names it. */
export function composeList(uri: string, files: WorkspaceFiles, envOf: EnvOf): ComposeList | undefined {
  for (const level of LEVELS) {
    const beside = resolveBeside(uri, `${level}.env`);
    if (beside === undefined) break;
    const env = envOf(beside);
    const named = env.lookup('COMPOSE_FILE')?.split(env.lookup('COMPOSE_PATH_SEPARATOR') ?? /[:;]/);
    const list = named && listAround(uri, beside, named, env);
    if (list) return list;
  }
  return isComposeName(uri) ? undefined : listOfScripts(uri, files, envOf);
}

function listAround(uri: string, beside: string, names: readonly string[], env: EnvVariables): ComposeList | undefined {
  const uris = names.map((name) => resolveBeside(beside, name.trim()));
  const at = uris.indexOf(uri);
  if (at < 0) return undefined;
  return { before: uris.slice(0, at), after: uris.slice(at + 1).filter((each) => each !== undefined), env };
}

/** A name that says nothing needs a command that does. */
function listOfScripts(uri: string, files: WorkspaceFiles, envOf: EnvOf): ComposeList | undefined {
  const own = fileName(uri);
  for (const level of LEVELS) {
    const beside = resolveBeside(uri, `${level}x`);
    if (beside === undefined) return undefined;
    const entries = files.folder?.(beside.slice(0, -2) || '.') ?? [];
    const scripts = entries.filter(({ name, isFolder }) => !isFolder && SCRIPTS.test(name)).slice(0, MAX_SCRIPTS);
    for (const { name } of scripts) {
      const text = files.text(resolveBeside(beside, name) ?? '') ?? '';
      if (text.length > MAX_CHARACTERS || !text.includes(own)) continue;
      for (const names of namesOfOptions(text)) {
        const list = listAround(uri, beside, names, envOf(beside));
        if (list && list.before.length > 0) return list;
      }
    }
  }
  return undefined;
}

/** What stands behind each `-f` of a row of them. */
function namesOfOptions(text: string): string[][] {
  const rows: string[][] = [];
  let end = -1;
  for (const match of text.matchAll(/(?<![^\s"'])(?:-f|--file)[ \t=]+["']?([^\s"'\\]+)["']?/g)) {
    if (end >= 0 && /^[\s\\]*$/.test(text.slice(end, match.index))) rows.at(-1)!.push(match[1]!);
    else rows.push([match[1]!]);
    end = match.index + match[0].length;
  }
  return rows;
}
