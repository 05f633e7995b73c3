/**
 * Ends a thread, and waits for that as long as it is given: one that hangs in a call of the system
 * never ends, and nobody waits for that.
 */
export async function endThread(thread: { terminate(): Promise<unknown> } | undefined, mostMs: number): Promise<void> {
  await Promise.race([thread?.terminate(), new Promise((resolve) => setTimeout(resolve, mostMs))]);
}
