/** The headless Chromium of tests that need a browser. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Why the browser tests cannot run here, or undefined. */
export const noBrowser = existsSync(EXECUTABLE)
  ? undefined
  : `No Chromium at ${EXECUTABLE}: install Debian's chromium or set CHROMIUM.`;

export const launch = (): Promise<Browser> => chromium.launch({ executablePath: EXECUTABLE, args: ['--no-sandbox'] });
