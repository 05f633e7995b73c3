/**
 * What git keeps out of commits: the `.gitignore` files from the file's folder upwards, nested ones
 * included.
 */
import ignore, { type Ignore } from 'ignore';
import { decodedPart, resolveBeside, type WorkspaceFiles } from '../files';
import type { Edit } from '../model/value';
import { appendLines } from './text/lines';

/** Folders above the file that may hold a `.gitignore` for it. */
const HEIGHT = 8;

interface IgnoreLevel {
  uri: string;
  text: string | null;
  /** The file, seen from there. */
  path: string;
}

/**
 * The files that may say so, from the file's own folder upwards, with the file as it is seen from
 * there.
 */
function ignoreFilesOf(uri: string): { uri: string; path: string }[] {
  const parts = uri.split('/');
  const levels: { uri: string; path: string }[] = [];
  for (let height = 0; height < HEIGHT; height++) {
    const path = parts
      .slice(-1 - height)
      .map(decodedPart)
      .join('/');
    const ignoreFile = resolveBeside(uri, `${'../'.repeat(height)}.gitignore`);
    if (ignoreFile === undefined || path === '') break;
    levels.push({ uri: ignoreFile, path });
  }
  return levels;
}

/** Undefined: one is not loaded yet. */
function levelsOf(uri: string, files: WorkspaceFiles): IgnoreLevel[] | undefined {
  const levels = ignoreFilesOf(uri).map((level) => ({ ...level, text: files.text(level.uri) }));
  return levels.every((level): level is IgnoreLevel => level.text !== undefined) ? levels : undefined;
}

const matchers = new Map<string, Ignore>();

/** A whole folder is asked about with few texts. */
function matcherOf(text: string): Ignore {
  const matcher = matchers.get(text) ?? ignore().add(text);
  if (matchers.size > 50) matchers.clear();
  matchers.set(text, matcher);
  return matcher;
}

/**
 * Undefined: a `.gitignore` is not loaded yet. The nearest file that says something about `uri`
 * decides.
 */
export function isGitIgnored(uri: string, files: WorkspaceFiles): boolean | undefined {
  const levels = levelsOf(uri, files);
  if (!levels) return undefined;
  for (const { text, path } of levels) {
    if (text === null) continue;
    const told = matcherOf(text).test(path);
    if (told.ignored || told.unignored) return told.ignored;
  }
  return false;
}

/** The same where each `.gitignore` is loaded first: by `text`, and `known` then tells it. */
export async function isIgnoredWhenLoaded(
  uri: string,
  { text, known }: { text(uri: string): Promise<unknown>; known: WorkspaceFiles['text'] },
): Promise<boolean> {
  await Promise.all(ignoreFilesOf(uri).map((file) => text(file.uri)));
  return isGitIgnored(uri, { text: known }) === true;
}

/**
 * A line for the file in the nearest `.gitignore`; where there is none, one is made beside the
 * file.
 */
export function ignoreInGit(uri: string, files: WorkspaceFiles): { edits: Edit[]; created: boolean } | undefined {
  const levels = levelsOf(uri, files) ?? [];
  const level = levels.find(({ text }) => text !== null) ?? levels[0];
  if (!level || /[\r\n]/.test(level.path)) return undefined;
  const pattern = `/${level.path.replace(/[\\*?[\]]/g, '\\$&').replace(/ $/, '\\ ')}`;
  return { edits: appendLines(level.uri, level.text, [pattern]), created: level.text === null };
}
