/**
 * Which of many ranges of ports is the first to overlap another one, in time that does not grow with
 * their number.
 */
import type { PortRange } from './model/container';

export interface FirstOverlapping<T> {
  add(range: PortRange, item: T): void;
  /** The item that was added first. */
  first(range: PortRange): T | undefined;
}

/** A binary tree over all ports has them as its leaves, from this node on. */
const LEAVES = 65_536;

export function firstOverlapping<T>(): FirstOverlapping<T> {
  const items: T[] = [];
  /** By node: the first item that holds all of it, and the first that holds some. */
  const whole = new Map<number, number>();
  const some = new Map<number, number>();
  return {
    add(range, item) {
      const number = items.push(item) - 1;
      for (const node of nodesOf(range)) {
        if (!whole.has(node)) whole.set(node, number);
        for (let at = node; at > 0 && !some.has(at); at >>= 1) some.set(at, number);
      }
    },
    first(range) {
      let found = items.length;
      for (const node of nodesOf(range)) {
        found = Math.min(found, some.get(node) ?? found);
        for (let at = node >> 1; at > 0; at >>= 1) found = Math.min(found, whole.get(at) ?? found);
      }
      return items[found];
    },
  };
}

/** The fewest nodes that hold the range and nothing else. */
function* nodesOf({ first, last }: PortRange): Generator<number> {
  let low = LEAVES + Math.max(first, 0);
  let high = LEAVES + Math.min(last, LEAVES - 1) + 1;
  for (; low < high; low >>= 1, high >>= 1) {
    if (low & 1) yield low++;
    if (high & 1) yield --high;
  }
}
