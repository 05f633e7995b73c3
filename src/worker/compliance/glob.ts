/** Path patterns of the configuration: `*` within a name, `**` over folders, `?`, `{a,b}`. */

/** Whether the path (forward slashes, relative to the configuration's folder) matches; a pattern without a slash matches the file name alone, wherever it is. */
export function matchesGlob(pattern: string, path: string): boolean {
  const wanted = pattern.replace(/^\.?\//, '');
  const subject = wanted !== pattern || wanted.includes('/') ? path : path.slice(path.lastIndexOf('/') + 1);
  return new RegExp(`^${source(wanted)}$`).test(subject);
}

function source(pattern: string): string {
  let out = '';
  let braces = 0;
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i]!;
    if (pattern.startsWith('**/', i)) {
      out += '(?:[^/]+/)*';
      i += 2;
    } else if (pattern.startsWith('**', i)) {
      out += '.*';
      i++;
    } else if (c === '*') out += '[^/]*';
    else if (c === '?') out += '[^/]';
    else if (c === '{' && pattern.includes('}', i)) {
      out += '(?:';
      braces++;
    } else if (c === '}' && braces > 0) {
      out += ')';
      braces--;
    } else if (c === ',' && braces > 0) out += '|';
    else out += c.replace(/[.+^$()|[\]\\{}]/, '\\$&');
  }
  return out + ')'.repeat(braces);
}
