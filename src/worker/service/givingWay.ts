/** Work of the server's own thread that takes long lets other requests in between. */

/** Nothing is kept waiting for longer, ms. */
const AT_MOST_MS = 100;

/** Lets what has arrived meanwhile be done first. */
export const giveWay = () => new Promise<void>((resolve) => setTimeout(resolve));

/** What is asked after each piece of such work: gives way when enough time has gone by. */
export function givingWay(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < AT_MOST_MS) return;
    await giveWay();
    last = performance.now();
  };
}
