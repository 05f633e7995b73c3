/** Room for so many bytes at a time: who finds none waits, in the order of coming. */

export interface ByteRoom {
  /** Resolves when there is room, at once where nobody else is in; the answer gives it back. */
  enter(bytes: number): Promise<() => void>;
}

export function byteRoom(most: number): ByteRoom {
  let taken = 0;
  const waiting: { bytes: number; enter(): void }[] = [];
  const fits = (bytes: number) => taken === 0 || taken + bytes <= most;
  const leave = (bytes: number) => {
    taken -= bytes;
    while (waiting.length > 0 && fits(waiting[0]!.bytes)) {
      const first = waiting.shift()!;
      taken += first.bytes;
      first.enter();
    }
  };
  return {
    async enter(bytes) {
      // An empty file takes a place, too.
      const size = Math.max(1, bytes);
      if (waiting.length === 0 && fits(size)) taken += size;
      else await new Promise<void>((enter) => waiting.push({ bytes: size, enter }));
      return () => leave(size);
    },
  };
}
