/** The headless Chromium of tests that need a browser. */
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../scripts/findChromium.mjs';

const executable = findChromium();

/** Why the browser tests cannot run here, or undefined. */
export const noBrowser =
  executable === undefined ? "No Chromium: install Debian's chromium-headless-shell or set CHROMIUM." : undefined;

export const launch = (): Promise<Browser> =>
  chromium.launch({ ...(executable !== undefined && { executablePath: executable }), args: ['--no-sandbox'] });
