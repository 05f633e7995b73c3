/** A key on an element of a page that is busy: the focus may be taken away again at once. */
import type { Locator } from 'playwright-core';
import { expect } from 'vitest';

/**
 * Pressed again while nothing has come of it.
 * @param isDone must not wait for what is not there
 */
export async function pressOn(element: Locator, key: string, isDone: () => Promise<boolean>): Promise<void> {
  const once = async () => {
    if (await isDone()) return;
    await element.press(key);
    await expect.poll(isDone, { timeout: 5000 }).toBe(true);
  };
  for (let left = 3; left > 1; left--)
    try {
      return await once();
    } catch {
      // The key went elsewhere.
    }
  await once();
}
