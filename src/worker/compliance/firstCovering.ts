/**
 * Which of many spans of lines is the first to hold a line, in time that does not grow with the
 * number of spans per line.
 */

/** Lines 0-based, inclusive. */
export interface LineSpan {
  from: number;
  to: number;
}

/**
 * Each line is given away once, to the first span that reaches it (disjoint sets: the next free
 * line behind every line).
 */
export function firstCovering<T extends LineSpan>(spans: readonly T[]): (line: number) => T | undefined {
  const owner = new Map<number, T>();
  const next = new Map<number, number>();
  const freeFrom = (line: number): number => {
    let free = line;
    for (let step = next.get(free); step !== undefined; step = next.get(free)) free = step;
    for (let at = line; at < free; ) {
      const step = next.get(at)!;
      next.set(at, free);
      at = step;
    }
    return free;
  };
  for (const span of spans) {
    for (let line = freeFrom(span.from); line <= span.to; line = freeFrom(line)) {
      owner.set(line, span);
      next.set(line, line + 1);
    }
  }
  return (line) => owner.get(line);
}
