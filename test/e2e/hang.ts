import path from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { openSession, type Session } from './session';

export const MENDED = 'a command that waits for it is told, a new one is started, and files are checked again';

/**
 * A window whose worker hangs from the start of these scenarios on, and a command that waits for it.
 * @returns until it was noticed and is mended, which takes a minute: another window may go on meanwhile
 */
export function hangs(): { mended(): Promise<void> } {
  let session: Session;
  let told: Promise<number>;
  beforeAll(async () => {
    session = await openSession({
      dev: path.join(import.meta.dirname, 'hangingWorker'),
      files: { 'line.txt': 'a line' },
    });
    const { vsc } = session;
    await vsc.openFile('Dockerfile');
    await vsc.problems({ min: 1 });
    await vsc.command('E2E: Hang the Worker');
    await vsc.openFile('line.txt');
    await vsc.selectAll();
    await vsc.command('QR Code Master: Generate QR Code from Selection');
    const start = Date.now();
    told = vsc
      .notification(/The worker ended before it answered\. Try again/, { timeout: 120_000 })
      .then(() => Date.now() - start);
    // Awaited later.
    told.catch(() => {});
  });
  afterAll(() => session?.close());
  return {
    async mended() {
      const { vsc, logged } = session;
      expect(await told).toBeLessThan(110_000);
      expect(logged()).toContain('The worker does not answer any more: it is ended.');
      expect(logged()).toContain('The worker ended, and is started again.');
      await vsc.command('QR Code Master: Generate QR Code from Selection');
      const card = (await session.panel()).locator('.card:not(.picture-card)');
      await card.filter({ hasText: 'a line' }).first().waitFor();
      await vsc.openFile('Dockerfile');
      await vsc.problems({ min: 1 });
    },
  };
}
