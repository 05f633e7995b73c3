/**
 * Works something out once per thing, however many rules and places ask: what would else grow with
 * the square of a file's length.
 */

/** A constructor that gives the object it is handed: a subclass puts its private fields on that. */
class Given {
  constructor(thing: object) {
    // biome-ignore lint/correctness/noConstructorReturn: that is the point.
    return thing;
  }
}

/**
 * What was worked out of a thing, in a private field of the thing itself: copies do not have it,
 * frozen things can, and it costs a tenth of a `WeakMap`, which the collector has to walk as well.
 */
class Known extends Given {
  #values = new Map<unknown, unknown>();

  static of(thing: object): Map<unknown, unknown> {
    return #values in thing ? thing.#values : new Known(thing).#values;
  }
}

/** @param make one that lives as long as the program: everything that was asked remembers it */
export function once<K extends object, T>(make: (key: K) => T): (key: K) => T {
  return (key) => {
    const known = Known.of(key);
    const before = known.get(make) as T;
    if (before !== undefined || known.has(make)) return before;
    const value = make(key);
    known.set(make, value);
    return value;
  };
}
