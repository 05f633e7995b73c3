import { existsSync } from 'node:fs';
import { onPath } from './run.mjs';

/**
 * The Chromium of the tests: that of CHROMIUM, else one that only draws pages without a window of its
 * own, which takes a quarter less processor time, else any. Undefined where there is none.
 * @returns {string | undefined}
 */
export function findChromium() {
  const { CHROMIUM } = process.env;
  if (CHROMIUM !== undefined) return existsSync(CHROMIUM) ? CHROMIUM : undefined;
  return onPath('chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable');
}
