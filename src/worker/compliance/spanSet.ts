/** Spans of a text that are taken, kept in order and joined where they touch. */
export interface SpanSet {
  /** Whether the span overlaps or touches a taken one. */
  touches(span: { start: number; end: number }): boolean;
  add(span: { start: number; end: number }): void;
}

export function spanSet(): SpanSet {
  const taken: { start: number; end: number }[] = [];
  /** The first taken span that ends at `offset` or behind it. */
  const firstEndingAt = (offset: number): number => {
    let low = 0;
    let high = taken.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (taken[middle]!.end < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    touches({ start, end }) {
      const at = taken[firstEndingAt(start)];
      return at !== undefined && at.start <= end;
    },
    add({ start, end }) {
      const from = firstEndingAt(start);
      let to = from;
      while (to < taken.length && taken[to]!.start <= end) to++;
      const joined = taken.slice(from, to);
      const span = { start: Math.min(start, joined[0]?.start ?? start), end: Math.max(end, joined.at(-1)?.end ?? end) };
      taken.splice(from, to - from, span);
    },
  };
}
