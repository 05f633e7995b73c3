/** What was read of each address, until it is forgotten. */

export interface ReadCache<T> {
  /** What is known without reading. */
  get(uri: string): T | undefined;
  has(uri: string): boolean;
  /** All that is known, or being read. */
  addresses(): string[];
  /**
   * Reads what is not known; those who ask meanwhile share one reading. A reading that fails is
   * tried again.
   */
  ask(uri: string): Promise<T>;
  /** Reads whatever is known. */
  read(uri: string): Promise<T>;
  /** One address, or all. */
  forget(uri?: string): void;
  /** Forgets what has another stamp than when it was read, of these addresses; returns them. */
  forgetChanged(uris: Iterable<string>): string[];
}

/** @param stampOf changes whenever what is read would change; absent: that cannot be told */
export function readCache<T>(
  load: (uri: string) => Promise<T>,
  stampOf?: (uri: string) => string | undefined,
): ReadCache<T> {
  const known = new Map<string, { value: T; stamp: string | undefined }>();
  const reading = new Map<string, Promise<T>>();
  const read = (uri: string): Promise<T> => {
    const running = reading.get(uri);
    if (running) return running;
    const stamp = stampOf?.(uri);
    const asked = load(uri).then((value) => {
      // Forgotten meanwhile: what was read may be old.
      if (reading.get(uri) === asked) known.set(uri, { value, stamp });
      return value;
    });
    reading.set(uri, asked);
    const done = () => void (reading.get(uri) === asked && reading.delete(uri));
    asked.then(done, done);
    return asked;
  };
  const forget = (uri?: string) => {
    for (const map of [known, reading]) uri === undefined ? map.clear() : map.delete(uri);
  };
  return {
    get: (uri) => known.get(uri)?.value,
    has: (uri) => known.has(uri),
    addresses: () => [...new Set([...known.keys(), ...reading.keys()])],
    ask: async (uri) => (known.has(uri) ? known.get(uri)!.value : read(uri)),
    read,
    forget,
    forgetChanged(uris) {
      const changed = stampOf
        ? [...uris].filter((uri) => known.has(uri) && known.get(uri)!.stamp !== stampOf(uri))
        : [];
      changed.forEach(forget);
      return changed;
    },
  };
}
