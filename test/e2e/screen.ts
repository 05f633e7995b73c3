/** What the panel shows, read off the screen. */
import path from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import { readPicture, type Session } from './session';

/**
 * Brings it into sight, in one step: a card that is drawn anew meanwhile takes its old elements
 * away.
 */
export const scrollTo = (place: Locator): Promise<void> =>
  place.evaluate((each: Element) => each.scrollIntoView({ block: 'center' }));

async function photograph(place: Locator, file: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await scrollTo(place);
      await place.screenshot({ path: file, timeout: 10_000 });
      return;
    } catch (error) {
      if (tries === 3) throw error;
    }
  }
}

/**
 * The texts of the symbols that the panel shows, read by our command line; '' for one that cannot
 * be read.
 */
export async function readScreen({ folder }: Session, panel: FrameLocator): Promise<string[]> {
  const grounds = await panel.locator('.ground').all();
  const files: string[] = [];
  for (const [i, ground] of grounds.entries()) {
    const file = path.join(folder, '..', `shown-${i}.png`);
    await photograph(ground, file);
    files.push(file);
  }
  return files.length > 0 ? readPicture(...files).map(({ symbols }) => symbols[0]?.text ?? '') : [];
}

/** Waits until the first card's text holds this. */
export const shows = (panel: FrameLocator, text: string): Promise<void> =>
  panel.locator('.card').first().locator('.text-box').filter({ hasText: text }).waitFor();
