/** What the panel shows, read off the screen. */
import path from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { readPicture, type Session } from './session';

/** The texts of the symbols that the panel shows, read by our command line; '' for one that cannot be read. */
export async function readScreen({ folder }: Session, panel: FrameLocator): Promise<string[]> {
  const grounds = await panel.locator('.ground').all();
  const files: string[] = [];
  for (const [i, ground] of grounds.entries()) {
    const file = path.join(folder, '..', `shown-${i}.png`);
    await ground.scrollIntoViewIfNeeded();
    await ground.screenshot({ path: file });
    files.push(file);
  }
  return files.length > 0 ? readPicture(...files).map(({ symbols }) => symbols[0]?.text ?? '') : [];
}

/** Waits until the first card's text holds this. */
export const shows = (panel: FrameLocator, text: string): Promise<void> =>
  panel.locator('.card').first().locator('.text-box').filter({ hasText: text }).waitFor();
