/** Lists of SHA-256 as `sha256sum` writes them. */
const LINE = /^\\?([\da-f]{64}) [ *](.+)$/i;

/**
 * @returns by the names of the files, `./` left out. Undefined where a line is none of such a list,
 * or there is no line
 */
export function readSums(text: string): Map<string, string> | undefined {
  const sums = new Map<string, string>();
  for (const line of text.replaceAll('\r', '').split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const found = LINE.exec(line);
    if (!found) return undefined;
    sums.set(found[2]!.replace(/^\.\//, ''), found[1]!.toLowerCase());
  }
  return sums.size > 0 ? sums : undefined;
}
