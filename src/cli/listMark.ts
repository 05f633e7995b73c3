/** What the operation log tells of several contents. */
import type { ContentMark } from '../audit/entry';
import { contentMark } from './contentMark';
import { targetText } from './targetText';

export interface MarkedFile {
  path: string;
  mark: ContentMark;
}

/**
 * Of one file its own; of several their size, and the hash of their list in the order of their names,
 * as `sha256sum` prints it from the current folder, without those that hold secrets.
 */
export function listMark(files: readonly MarkedFile[]): ContentMark {
  const [first, ...others] = files;
  if (first && others.length === 0) return first.mark;
  const named = files.map(({ path, mark }) => ({ name: targetText(path), mark }));
  named.sort((a, b) => (a.name < b.name ? -1 : 1));
  const list = named.flatMap(({ name, mark }) => (mark.sha256 === undefined ? [] : line(mark.sha256, name))).join('');
  return {
    ...contentMark(list, list === '' && files.length > 0),
    bytes: files.reduce((sum, { mark }) => sum + mark.bytes, 0),
  };
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r' };

/** A name that would break its line is escaped, and its line begins with a backslash. */
function line(sha256: string, name: string): string {
  const escaped = name.replace(/[\\\n\r]/g, (character) => ESCAPES[character]!);
  return `${escaped === name ? '' : '\\'}${sha256}  ${escaped}\n`;
}
