/** Pictures that Markdown and HTML link or hold tell their text when they are pointed at. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withFile } from './kit/server.mjs';
import { openWorkbench } from './kit/workbench.mjs';
import { openSession, root, type Session, type Workbench } from './session';

const hello = 'Hello from QR Code Master';
const base64 = readFileSync(path.join(root, 'samples', 'pictures', 'hello.png')).toString('base64');
const page = `# Links

![good](pictures/hello.png) and ![none](pictures/no-code.png)

<img src="../secret.png"> ![data](data:image/png;base64,${base64})
`;

const named = `# Named

![first][image1]

![][image2]

[image1]: <data:image/png;base64,${base64}>
[image2]: pictures/hello.png "title"
`;

const single = `# Alone

![file](pictures/hello.png)

![inside](data:image/png;base64,${base64})
`;

let session: Session;
beforeAll(async () => {
  session = await openSession({
    files: {
      'page.md': page,
      'named.md': named,
      'shown.html': '<img alt="a code" src="pictures/hello.png">\n',
      'single.md': single,
    },
  });
  // From here on the extension answers.
  await session.vsc.command('QR Code Master: Open QR Code Panel');
  await session.panel();
});
afterAll(() => session?.close());

const hoverIn = ({ page }: Workbench) => page.locator('.monaco-hover:visible', { hasText: 'QR code:' });
const pointAt = ({ page }: Workbench, text: string) =>
  page.locator('.editor-group-container.active .view-line span', { hasText: text }).last().hover();

/** An extension or a language that still starts answers nothing, and is asked again. */
async function toldAt(vsc: Workbench, text: string): Promise<string> {
  const hover = hoverIn(vsc);
  const told = async () => {
    await vsc.page.mouse.move(2, 2);
    await pointAt(vsc, text);
    const shown = hover.waitFor({ timeout: 5000 });
    return shown.then(
      () => true,
      () => false,
    );
  };
  await expect.poll(told).toBe(true);
  return (await hover.textContent()) ?? '';
}

test('a picture that Markdown links tells its text when it is pointed at, and opens in the panel', async () => {
  const { vsc } = session;
  const hover = hoverIn(vsc);
  await vsc.openFile('page.md');
  expect(await toldAt(vsc, 'pictures/hello.png')).toContain(hello);
  await hover.locator('a', { hasText: 'Show in Panel' }).click();
  const panel = await session.panel();
  await panel.locator('.picture-card[aria-label="hello.png"]').waitFor();
  await vsc.openFile('page.md');
  await vsc.page.mouse.move(2, 2);
  await pointAt(vsc, 'pictures/no-code.png');
  await vsc.page.waitForTimeout(3000);
  expect(await hover.count()).toBe(0);
});

test.each([
  ['HTML shows', 'shown.html', ['pictures/hello.png']],
  ['Markdown links by a name', 'named.md', ['image1', 'image2']],
])('a picture that %s tells its text', async (_, file, places) => {
  const { vsc } = session;
  const hover = hoverIn(vsc);
  await vsc.openFile(file);
  for (const place of places) {
    expect(await toldAt(vsc, place)).toContain(hello);
    await vsc.page.mouse.move(2, 2);
    await hover.waitFor({ state: 'detached' });
  }
});

test('in a window without a folder a picture in the text tells its text, and a file is not read', async () => {
  const url = withFile(new URL('/?ew=true', session.url).toString(), path.join(session.folder, 'single.md'));
  const alone = await openWorkbench(url, { ready: 'workbench' });
  try {
    await alone.tab('single.md').waitFor();
    const hover = hoverIn(alone);
    expect(await toldAt(alone, 'inside')).toContain(hello);
    await alone.page.mouse.move(2, 2);
    await hover.waitFor({ state: 'detached' });
    await pointAt(alone, 'pictures/hello.png');
    await alone.page.waitForTimeout(3000);
    expect(await hover.count()).toBe(0);
  } finally {
    await alone.close();
  }
});
