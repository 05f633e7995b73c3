/** Takes an entry of one of the panel's menus: "Other ways to copy", "Save in another format" and the like. */
import type { FrameLocator, Locator } from 'playwright-core';
import { escapeRegExp } from './kit/escapeRegExp.mjs';

export async function chooseWay(place: FrameLocator | Locator, menu: string, entry: string): Promise<void> {
  const way = place.locator('.menu > :visible', { hasText: new RegExp(`^${escapeRegExp(entry)}$`) });
  // A menu closes where what it belongs to is drawn anew: it is opened again.
  for (let tries = 1; ; tries++) {
    await place.getByRole('button', { name: menu, exact: true }).first().click();
    try {
      return await way.click({ timeout: 5000 });
    } catch (error) {
      if (tries === 5) throw error;
    }
  }
}

export const COPY = 'Other ways to copy';
export const SAVE = 'Save in another format';
export const SAVE_ALL = 'Save all in another way';
