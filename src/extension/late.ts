/** Parts that nothing needs before their first use. */

export interface Late<T> {
  /** Loads with the first call; all calls have the same, until it fails: then the next one tries again. */
  (): Promise<T>;
  /** What is loaded, or on its way; undefined before the first call. */
  started(): Promise<T> | undefined;
  /** The same, which the next call loads anew. */
  forget(): Promise<T> | undefined;
}

export function late<T>(load: () => Promise<T>): Late<T> {
  let started: Promise<T> | undefined;
  const begin = () => {
    const mine = load();
    started = mine;
    mine.catch(() => {
      if (started === mine) started = undefined;
    });
    return mine;
  };
  return Object.assign(() => started ?? begin(), {
    started: () => started,
    forget() {
      const before = started;
      started = undefined;
      return before;
    },
  });
}
