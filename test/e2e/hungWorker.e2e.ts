/** The worker hangs: that is noticed, said to whoever waits, and mended, without a hand. */
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSession, type Session } from './session';

let session: Session;
beforeAll(async () => {
  session = await openSession({
    dev: path.join(import.meta.dirname, 'hangingWorker'),
    files: { 'line.txt': 'a line' },
  });
});
afterAll(() => session?.close());

test('a command that waits for it is told, a new one is started, and files are checked again', async () => {
  const { vsc, logged } = session;
  await vsc.openFile('Dockerfile');
  await vsc.problems({ min: 1 });
  await vsc.command('E2E: Hang the Worker');
  await vsc.openFile('line.txt');
  await vsc.selectAll();
  await vsc.command('QR Code Master: Generate QR Code from Selection');
  const start = Date.now();
  await vsc.notification(/The worker ended before it answered\. Try again/, { timeout: 120_000 });
  expect(Date.now() - start).toBeLessThan(110_000);
  expect(logged()).toContain('The worker does not answer any more: it is ended.');
  expect(logged()).toContain('The worker ended, and is started again.');
  await vsc.command('QR Code Master: Generate QR Code from Selection');
  await (await session.panel()).locator('.card:not(.picture-card)').filter({ hasText: 'a line' }).first().waitFor();
  await vsc.openFile('Dockerfile');
  await vsc.problems({ min: 1 });
});
