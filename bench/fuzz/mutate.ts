/** Damages a text; the same number of the same kind is damaged the same way in every run. */
import { SCRAPS } from './scraps';

const MAX_CHARACTERS = 20_000;
type Pick = (below: number) => number;

/**
 * Numbers from 0 to `below - 1`, the same for the same seed and file (xorshift, its start mixed by
 * two multiplications).
 */
export function numbers(seed: number, file: number): Pick {
  let state = Math.imul(Math.imul(seed + 1, 0x9e3779b1) ^ (file + 1), 0x85ebca6b) || 1;
  state ^= state >>> 15;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/**
 * One to six changes: scraps put in, ranges taken out, the rest cut off, a piece said twice, a
 * character changed, a piece of another file.
 */
export function mutate(text: string, others: readonly { text: string }[], pick: Pick): string {
  let out = text;
  for (let i = pick(6); i >= 0; i--) {
    const at = pick(out.length + 1);
    const what = pick(8);
    if (what < 3) out = out.slice(0, at) + SCRAPS[pick(SCRAPS.length)] + out.slice(at + (what === 0 ? pick(20) : 0));
    else if (what === 3) out = out.slice(0, at) + out.slice(at + pick(60));
    else if (what === 4) out = out.slice(0, at);
    else if (what === 5) out = out.slice(0, at) + out.slice(pick(at + 1), at) + out.slice(at);
    else if (what === 6) out = out.slice(0, at) + String.fromCharCode(pick(128)) + out.slice(at + 1);
    else {
      const other = others[pick(others.length)]!.text;
      const from = pick(other.length + 1);
      out = out.slice(0, at) + other.slice(from, from + pick(200)) + out.slice(at);
    }
  }
  return out.slice(0, MAX_CHARACTERS);
}
