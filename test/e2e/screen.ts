/** What the panel shows, read off the screen. */
import path from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { expect } from 'vitest';
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

/** Answers a dialogue for a file or folder once it shows the name that it proposes. */
export async function place({ vsc }: Session, answer: string, proposed: string): Promise<void> {
  const input = vsc.quickInput.locator('input:not([type="checkbox"])').first();
  await expect.poll(() => input.inputValue().catch(() => '')).toContain(proposed);
  await vsc.answer(answer);
  // A folder is only entered, its button closes the dialogue; a file name may be taken up later than the key comes.
  if (answer.endsWith('/')) return;
  await expect
    .poll(
      async () => {
        const isOpen = await vsc.quickInput.isVisible();
        const value = isOpen ? await input.inputValue() : '';
        // The dialogue put its own proposal before our answer.
        if (value.endsWith(answer) && value !== answer) await input.fill(answer);
        if (value === answer) await vsc.page.keyboard.press('Enter');
        return isOpen;
      },
      { interval: 500 },
    )
    .toBe(false);
}

/** Answers a dialogue for a folder: whether the key only enters it or takes it at once, the button is pressed while it is there. */
export async function placeFolder(session: Session, folder: string): Promise<void> {
  const { quickInput, page } = session.vsc;
  await place(session, `${folder}/`, session.folder);
  await page.waitForTimeout(700); // a typed path is taken up with a delay, and nothing on the screen tells of it
  const input = quickInput.locator('input:not([type="checkbox"])').first();
  await expect
    .poll(async () => {
      if ((await quickInput.isVisible()) && (await input.inputValue()) !== `${folder}/`) {
        await input.fill(`${folder}/`); // the dialogue put its own proposal in after us
        await page.waitForTimeout(700);
      }
      await quickInput
        .getByRole('button', { name: 'Save Here' })
        .click({ timeout: 1500 })
        .catch(() => {});
      return quickInput.isVisible();
    })
    .toBe(false);
}
