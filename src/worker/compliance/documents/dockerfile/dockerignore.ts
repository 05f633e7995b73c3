/**
 * What a `.dockerignore` file keeps out of a build, by the rules of Go's filepath.Match with `**`
 * and `!` (fact T25).
 */
import { decodedPart, resolveBeside, type WorkspaceFiles } from '../../files';

export type Ignores = (path: string) => boolean;

/**
 * `path` without a leading slash; the last pattern that matches it or a folder above it decides.
 */
export function parseDockerignore(text: string): Ignores {
  const patterns = text
    .replace(/^\ufeff/, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(0, 5000)
    .map((line) => {
      const negated = line.startsWith('!');
      const body = (negated ? line.slice(1).trim() : line).replace(/^\.?\/+|\/+$/g, '');
      return { negated, pattern: compile(body) };
    });
  return (path) => {
    const parts = path.split('/');
    const paths = parts.map((_, i) => parts.slice(0, i + 1).join('/'));
    let ignored = false;
    for (const { negated, pattern } of patterns) {
      if (negated === ignored && paths.some((p) => pattern?.test(p))) ignored = !negated;
    }
    return ignored;
  };
}

/** Undefined for a pattern that is no valid one: it matches nothing. */
function compile(glob: string): RegExp | undefined {
  if (glob === '' || glob.length > 1000) return undefined;
  if (glob === '.') return /^/;
  let source = '';
  for (let i = 0; i < glob.length; i++) {
    const c = glob[i]!;
    if (c === '*' && glob[i + 1] === '*') {
      while (glob[i + 1] === '*') i++;
      const slash = glob[i + 1] === '/';
      if (slash) i++;
      source += slash ? '(?:[^/]+/)*' : '.*';
    } else if (c === '*') source += '[^/]*';
    else if (c === '?') source += '[^/]';
    else if (c === '[') {
      const end = glob.indexOf(']', i + 2);
      if (end < 0) return undefined;
      source += `[${glob.slice(i + 1, end).replace(/[\\[\]&|~]/g, '\\$&')}]`;
      i = end;
    } else source += (c === '\\' ? (glob[++i] ?? '') : c).replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  }
  try {
    return new RegExp(`^${source}$`);
  } catch {
    return undefined;
  }
}

const PARENTS = ['', '../', '../../', '../../../'];

export interface IgnoreFile {
  uri: string;
  /** Null: there is none; `uri` is where one belongs. */
  text: string | null;
}

/**
 * The ignore file of a Dockerfile: `<name>.dockerignore` beside it wins, else `.dockerignore` at
 * the root of the context, which lies in its folder or above. Undefined: not known yet.
 */
export function ignoreFileOf(dockerfile: string, files: WorkspaceFiles): IgnoreFile | undefined {
  const name = dockerfile.slice(dockerfile.lastIndexOf('/') + 1);
  const places = [decodedPart(`${name}.dockerignore`), ...PARENTS.map((p) => `${p}.dockerignore`)];
  const candidates = places.flatMap((place) => {
    const uri = resolveBeside(dockerfile, place);
    return uri === undefined ? [] : [{ uri, text: files.text(uri) }];
  });
  const found = candidates.find((c): c is IgnoreFile => typeof c.text === 'string');
  if (found) return found;
  if (candidates.some((c) => c.text === undefined)) return undefined;
  return { uri: resolveBeside(dockerfile, '.dockerignore') ?? dockerfile, text: null };
}
