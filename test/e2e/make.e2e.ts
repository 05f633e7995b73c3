import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSession, readPicture, type Session } from './session';

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session.close());

test('look', async () => {
  const { vsc } = session;
  await vsc.openFile('hello.md');
  await vsc.goto(3, 1);
  await vsc.page.keyboard.press('Shift+End');
  await vsc.command('QR Code Master: Generate QR Code from Selection');
  const panel = await session.panel();
  await panel.locator('.ground').waitFor();
  const file = '/tmp/shots/ground.png';
  await vsc.screenshot('/tmp/shots/make.png');
  await panel.locator('.ground').screenshot({ path: file });
  console.log(await panel.locator('body').innerHTML());
  expect(readPicture(path.resolve(file))[0]!.symbols[0]!.text).toBe('Hello, QR!');
});
