// The headless Chromium of the tests: it can reach this machine and nothing else.
import { chromium } from 'playwright-core';
import { findChromium } from '../../../scripts/findChromium.mjs';

const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  // nothing but this machine: a look-up of any other name fails at once instead of hanging
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/** One browser can serve many workbenches: launch once, pass it to openWorkbench({browser}). */
export function launchBrowser(opt = {}) {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('no Chromium: set CHROMIUM to its path');
  return chromium.launch({ executablePath, headless: true, args: CHROMIUM_ARGS, ...opt });
}
