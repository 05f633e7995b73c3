/**
 * Where a picture for a document goes, after VS Code's own setting
 * `markdown.copyFiles.destination`.
 */

import { lastName } from '../lastName';

/** Paths as in URIs: absolute, with forward slashes. */
export interface DocumentPlace {
  documentPath: string;
  /** Of the workspace folder that the document is in. */
  workspacePath?: string;
  /** Of the picture, with its extension. */
  fileName: string;
  now: Date;
}

const folderOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/'))) || '/';

function splitName(name: string): [stem: string, extension: string] {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? [name.slice(0, dot), name.slice(dot + 1)] : [name, ''];
}

/**
 * `${name}`, or `${name/expression/replacement/}` with escaped slashes allowed inside; `\$` is a
 * plain dollar sign.
 */
const VARIABLE = /\\\$|\$\{(\w+)(?:\/((?:\\.|[^\\/}])+)\/((?:\\.|[^\\/}])*)\/)?\}/g;

/**
 * The absolute path of the picture. The setting's value may be empty (beside the document), end
 * with a slash (a folder) or start with one (from the workspace folder); an unknown variable stays
 * as it is written. What would lead out of the workspace folder goes beside the document.
 */
export function copyDestination(setting: string, place: DocumentPlace): string {
  const folder = folderOf(place.documentPath);
  const workspace = place.workspacePath ?? folder;
  const [stem, extension] = splitName(lastName(place.documentPath));
  const relative = (path: string) =>
    path === workspace ? '' : path.startsWith(`${workspace}/`) ? path.slice(workspace.length + 1) : path;
  const variables: Record<string, string> = {
    documentDirName: folder,
    documentRelativeDirName: relative(folder),
    documentFileName: lastName(place.documentPath),
    documentBaseName: stem,
    documentExtName: extension,
    documentFilePath: place.documentPath,
    documentRelativeFilePath: relative(place.documentPath),
    documentWorkspaceFolder: workspace,
    fileName: place.fileName,
    fileExtName: splitName(place.fileName)[1],
    unixTime: String(place.now.getTime()),
    isoTime: place.now.toISOString(),
  };
  let pattern = setting.trim() || '${fileName}';
  if (pattern.startsWith('/')) pattern = `\${documentWorkspaceFolder}${pattern}`;
  if (pattern.endsWith('/')) pattern += '${fileName}';
  const filled = pattern.replace(VARIABLE, (whole, name?: string, expression?: string, replacement?: string) => {
    if (name === undefined) return '$';
    const value = Object.hasOwn(variables, name) ? variables[name]! : undefined;
    if (value === undefined) return whole;
    return expression === undefined ? value : transformed(value, expression, replacement ?? '');
  });
  const path = normalised(filled.startsWith('/') ? filled : `${folder}/${filled}`);
  return path.startsWith(workspace.endsWith('/') ? workspace : `${workspace}/`)
    ? path
    : normalised(`${folder}/${place.fileName}`);
}

/** A transformation whose expression is none leaves the value alone. */
function transformed(value: string, expression: string, replacement: string): string {
  try {
    return value.replace(new RegExp(expression.replaceAll('\\/', '/')), replacement.replaceAll('\\/', '/'));
  } catch {
    return value;
  }
}

function normalised(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** The way from a document to a file, percent-encoded, for a link; both absolute. */
export function relativeLink(documentPath: string, filePath: string): string {
  const from = folderOf(documentPath).split('/').filter(Boolean);
  const to = filePath.split('/').filter(Boolean);
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  const up = from.slice(shared).map(() => '..');
  const down = to
    .slice(shared)
    .map((part) => encodeURIComponent(part).replace(/[()']/g, (c) => `%${c.charCodeAt(0).toString(16)}`));
  return [...up, ...down].join('/');
}
