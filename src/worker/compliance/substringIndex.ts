/**
 * Looks many short texts up in one long text, where `indexOf` would read the whole of it each time.
 */

/** Characters that are hashed together. */
const GRAM = 4;
const MAX_HASH_BITS = 16;

/**
 * @returns what `text.indexOf` returns, in time that grows with the occurrences of the part's
 * rarest four characters.
 */
export function substringIndex(text: string): (part: string, from?: number) => number {
  // As many as the text has offsets: half a megabyte for each small file is what takes its time.
  const bits = Math.min(MAX_HASH_BITS, 32 - Math.clz32(text.length));
  const count = new Int32Array(1 << bits);
  const first = new Int32Array(1 << bits).fill(-1);
  /** The next offset of the same hash. */
  const next = new Int32Array(text.length);
  for (let at = text.length - GRAM; at >= 0; at--) {
    const hash = hashAt(text, at, bits);
    next[at] = first[hash]!;
    first[hash] = at;
    count[hash]!++;
  }
  return (part, from = 0) => {
    if (part.length < GRAM) return text.indexOf(part, from);
    let rarest = 0;
    let hash = hashAt(part, 0, bits);
    for (let i = 1; i <= part.length - GRAM && count[hash]! > 0; i++) {
      const other = hashAt(part, i, bits);
      if (count[other]! >= count[hash]!) continue;
      rarest = i;
      hash = other;
    }
    for (let at = first[hash]!; at >= 0; at = next[at]!)
      if (at >= from + rarest && text.startsWith(part, at - rarest)) return at - rarest;
    return -1;
  };
}

function hashAt(text: string, at: number, bits: number): number {
  let hash = 0;
  for (let i = at; i < at + GRAM; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x9e3779b1);
  return bits === 0 ? 0 : hash >>> (32 - bits);
}
