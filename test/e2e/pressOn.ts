/** A key on an element of a page that is busy: the focus may be taken away again at once. */
import type { Locator } from 'playwright-core';
import { expect } from 'vitest';

/**
 * Pressed again while nothing has come of it.
 * @param isDone must not wait for what is not there
 */
export async function pressOn(element: Locator, key: string, isDone: () => Promise<boolean>): Promise<void> {
  const cameOfIt = () =>
    expect
      .poll(isDone, { timeout: 5000 })
      .toBe(true)
      .then(
        () => true,
        () => false,
      );
  for (let tries = 0; tries < 3; tries++) {
    await element.press(key);
    if (await cameOfIt()) return;
  }
  expect(await isDone()).toBe(true);
}
