// The headless Chromium of the tests: it can reach this machine and nothing else.
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

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

function findChromium() {
  const names = [
    process.env.CHROMIUM,
    ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].flatMap((n) =>
      (process.env.PATH ?? '').split(path.delimiter).map((d) => path.join(d, n)),
    ),
  ];
  const hit = names.find((f) => f && fs.existsSync(f));
  if (!hit) throw new Error('no Chromium: set CHROMIUM to its path');
  return hit;
}

/** One browser can serve many workbenches: launch once, pass it to openWorkbench({browser}). */
export const launchBrowser = (opt = {}) =>
  chromium.launch({ executablePath: findChromium(), headless: true, args: CHROMIUM_ARGS, ...opt });
