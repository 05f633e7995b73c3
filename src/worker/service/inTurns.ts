/** Work that is done in steps, each in a turn of its own: other requests come in between. */
import { giveWay } from './givingWay';

/** @param beforeEach throws to end it */
export async function inTurns<T>(steps: Generator<void, T>, beforeEach: () => void): Promise<T> {
  for (;;) {
    beforeEach();
    const { done, value } = steps.next();
    if (done) return value;
    await giveWay();
  }
}
