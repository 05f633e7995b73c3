/** Work on many things, some at a time, that lets other requests in between. */
import { giveWay } from './givingWay';

/** Things at a time: what a client must read for them is asked for together, but not all at once. */
const LANES = 16;
/** After so many other requests come first, however quick each was: one turn for all starves them. */
const IN_A_TURN = 64;

/** @param work rejects to end it all */
export async function inLanes<T>(items: Iterable<T>, work: (item: T) => Promise<void>): Promise<void> {
  const left = items[Symbol.iterator]();
  let done = 0;
  /** All lanes wait for the same one. */
  let pause: Promise<void> | undefined;
  const lane = async () => {
    for (let next = left.next(); !next.done; next = left.next()) {
      await work(next.value);
      if (++done % IN_A_TURN === 0) pause = giveWay();
      await pause;
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}
