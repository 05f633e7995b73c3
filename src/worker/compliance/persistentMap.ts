/**
 * A map that never changes: a new one shares all but a path with the one before, so that thousands
 * of states of one scope cost little more than the last.
 */

/** A leaf holds values, every other node the nodes below it. */
type Node = readonly unknown[];

const BITS = 5;
const WIDTH = 2 ** BITS;

export interface PersistentMap<T> {
  get(key: string): T | undefined;
  /** This one with another value under the key. */
  with(key: string, value: T): PersistentMap<T>;
}

/**
 * An empty one; maps made from it are told apart by value alone, and number their keys in common.
 */
export function persistentMap<T>(): PersistentMap<T> {
  const numbers = new Map<string, number>();
  const numberOf = (key: string): number => {
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
  const of = (root: Node, height: number): PersistentMap<T> => ({
    get(key) {
      const number = numbers.get(key);
      return number === undefined || number >= WIDTH ** (height + 1)
        ? undefined
        : (at(root, height, number) as T | undefined);
    },
    with(key, value) {
      const number = numberOf(key);
      let [top, levels] = [root, height];
      for (; number >= WIDTH ** (levels + 1); levels++) top = [top];
      return of(put(top, levels, number, value), levels);
    },
  });
  return of([], 0);
}

const slotOf = (number: number, height: number): number => (number >> (BITS * height)) % WIDTH;

function at(node: Node | undefined, height: number, number: number): unknown {
  let below: unknown = node;
  for (let level = height; level >= 0 && below !== undefined; level--) below = (below as Node)[slotOf(number, level)];
  return below;
}

function put(node: Node, height: number, number: number, value: unknown): Node {
  const copy = [...node];
  const slot = slotOf(number, height);
  while (copy.length < slot) copy.push(undefined);
  copy[slot] = height === 0 ? value : put((node[slot] as Node | undefined) ?? [], height - 1, number, value);
  return copy;
}
