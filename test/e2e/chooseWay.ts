/** Takes an entry of one of the panel's menus: "Other ways to copy", "Save in another format" and the like. */
import type { FrameLocator, Locator } from 'playwright-core';
import { escapeRegExp } from './kit/escapeRegExp.mjs';

export async function chooseWay(place: FrameLocator | Locator, menu: string, entry: string): Promise<void> {
  await place.getByRole('button', { name: menu, exact: true }).first().click();
  await place.locator('.menu > :visible', { hasText: new RegExp(`^${escapeRegExp(entry)}$`) }).click();
}

export const COPY = 'Other ways to copy';
export const SAVE = 'Save in another format';
export const SAVE_ALL = 'Save all in another way';
