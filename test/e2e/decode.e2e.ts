/**
 * Reading symbols: from the Explorer, from an open picture, from several at once; and what bad
 * files are answered with.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSession, root, type Session } from './session';

const hello = readFileSync(path.join(root, 'samples', 'pictures', 'hello.png'));

/** A PNG header that claims more pixels than any machine holds, and nothing after it. */
function hugeHeader(): Uint8Array {
  const bytes = Buffer.from(hello.subarray(0, 64));
  bytes.writeUInt32BE(100_000, 16);
  bytes.writeUInt32BE(100_000, 20);
  return bytes;
}

let session: Session;
beforeAll(async () => {
  session = await openSession({
    files: {
      'bad/empty.png': '',
      'bad/cut.png': hello.subarray(0, hello.length / 2),
      'bad/huge.png': hugeHeader(),
      'bad/text.png': 'just text',
    },
  });
});
afterAll(() => session?.close());

async function expand(name: string, child: string): Promise<void> {
  const row = session.vsc.explorerRow(child);
  if (!(await row.isVisible())) await session.vsc.explorerRow(name).click();
  await row.waitFor();
}

/**
 * Clicked again where the list was drawn anew under the click, and where the first one, which opens
 * late, took the selection for itself.
 */
async function select(names: readonly string[]): Promise<void> {
  const rows = names.map((name) => session.vsc.explorerRow(name));
  const missing = async () => {
    const states = await Promise.all(rows.map((row) => row.getAttribute('aria-selected')));
    return rows.filter((_, i) => states[i] !== 'true');
  };
  await rows[0]!.click();
  await expect
    .poll(
      async () => {
        for (const row of await missing()) {
          await row.click({ modifiers: ['Control'] });
          await session.vsc.page.waitForTimeout(300);
        }
        return (await missing()).length;
      },
      { interval: 500 },
    )
    .toBe(0);
}

/** Selects pictures in the Explorer and asks for their codes with a right click on the last. */
async function decode(folder: string, ...names: string[]): Promise<void> {
  const { vsc } = session;
  await expand(folder, names[0]!);
  await select(names);
  await vsc.explorerMenu(names.at(-1)!, 'Decode QR Code in Image');
}

const texts = async () => {
  const panel = await session.panel();
  return (await panel.locator('#page-read .row .text-content').allTextContents()).map((text) => text.trim());
};

test('right click on a photograph: four codes, each with its box', async () => {
  await decode('pictures', 'table.jpg');
  const panel = await session.panel();
  await panel.locator('#page-read .row').nth(3).waitFor();
  const read = await texts();
  expect(read).toContain('https://example.com/menu?table=12');
  expect(read).toContain('会议室 301 · 设备编号 A-0042');
  expect(await panel.locator('#page-read .boxes .box').count()).toBe(4);
});

test('several pictures at once, of every type', async () => {
  await decode('pictures', 'hello.png', 'label.bmp', 'label.gif', 'label.webp');
  await (await session.panel()).locator('.picture-card').nth(3).waitFor();
  await expect
    .poll(async () => (await texts()).sort())
    .toEqual(['Hello from QR Code Master', 'LOT 2026-07 / BOX 12', 'LOT 2026-07 / BOX 13', 'LOT 2026-07 / BOX 14']);
});

test('a picture without a code says so', async () => {
  await decode('pictures', 'no-code.png');
  const panel = await session.panel();
  await panel.locator('.picture-card[aria-label="no-code.png"]').waitFor();
  expect(await panel.locator('#page-read .row').count()).toBe(0);
});

test('the button of an open picture', async () => {
  const { vsc } = session;
  await decode('pictures', 'label.gif');
  await (await session.panel()).locator('.picture-card[aria-label="label.gif"]').waitFor();
  await vsc.openFile('hello.png');
  const button = vsc.page
    .locator('.editor-group-container.active .editor-actions a[aria-label^="Decode QR Code in Image"]')
    .first();
  // A bar of buttons that VS Code draws anew may take no click.
  const reads = async () => {
    await button.click();
    const card = (await session.panel()).locator('.picture-card[aria-label="hello.png"]');
    return card.waitFor({ timeout: 15_000 }).then(
      () => true,
      () => false,
    );
  };
  await expect.poll(reads).toBe(true);
  expect(await texts()).toEqual(['Hello from QR Code Master']);
});

test('an empty, a cut, an impossibly large and a false picture are each answered; the next good one is read', async () => {
  await decode('bad', 'empty.png', 'cut.png', 'huge.png', 'text.png');
  const panel = await session.panel();
  await panel.locator('.picture-card[aria-label="text.png"]').waitFor();
  for (const name of ['empty.png', 'cut.png', 'huge.png', 'text.png']) {
    expect(await panel.locator(`.picture-card[aria-label="${name}"] .message`).count(), name).toBeGreaterThan(0);
  }
  await decode('pictures', 'hello.png');
  await (await session.panel()).locator('.picture-card[aria-label="hello.png"]').waitFor();
  expect(await texts()).toEqual(['Hello from QR Code Master']);
});
