/** Damages a file; the same numbers damage it the same way. */

/** Numbers that readers trip over: lengths, sizes and depths at their ends. */
const EDGES = [0, 1, 2, 3, 7, 8, 16, 32, 0x7f, 0x80, 0xff];

/**
 * One to eight changes: a byte set or flipped, the end cut off, a piece taken out, said twice, or
 * taken from another file.
 */
export function damage(bytes: Uint8Array, others: readonly Uint8Array[], pick: (below: number) => number): Uint8Array {
  let out = Uint8Array.from(bytes);
  for (let i = pick(8); i >= 0; i--) {
    // Some of the changes hit the head, where sizes and tables stand.
    const at = pick(pick(8) === 0 ? Math.min(out.length, 200) + 1 : out.length + 1);
    const what = pick(10);
    if (what < 3) out[at] = EDGES[pick(EDGES.length)]!;
    else if (what < 6) out[at] = out[at]! ^ (1 << pick(8));
    else if (what === 6) out = out.slice(0, at);
    else if (what === 7) out = join(out.subarray(0, at), out.subarray(at + pick(300)));
    else if (what === 8) out = join(out.subarray(0, at), out.subarray(pick(at + 1)));
    else {
      const other = others[pick(others.length)]!;
      const from = pick(other.length);
      out = join(out.subarray(0, at), other.subarray(from, from + pick(2000)), out.subarray(at));
    }
  }
  return out;
}

function join(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
