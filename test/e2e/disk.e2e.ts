/** A disk that is full, or that may not be written: each way out says so, and leaves nothing half. */
import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseWay, SAVE } from './chooseWay';
import { openSession, type Session } from './session';

let session: Session;
const DISK = 1_000_000;

/** The workspace lies on a disk of its own. */
function onOwnDisk(folder: string): void {
  const aside = `${folder}.aside`;
  cpSync(folder, aside, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK}`, 'tmpfs', folder]);
  cpSync(aside, folder, { recursive: true });
}

const filler = () => path.join(session.folder, 'filler.bin');

/** Every file with its content. */
const everything = () =>
  Object.fromEntries(
    readdirSync(session.folder, { recursive: true, withFileTypes: true }).map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(session.folder, file), entry.isFile() ? readFileSync(file, 'latin1') : 'folder'];
    }),
  );

const run = (title: string) => session.vsc.command(`QR Code Master: ${title}`);

/** Of the panel, or of the editor. */
const places = {
  panel: async () => {
    const line = (await session.panel()).locator('.status', { hasText: 'did not work' });
    return line.first().textContent();
  },
  editor: () => session.vsc.notification(/could not finish/),
};

async function save(): Promise<void> {
  const { vsc } = session;
  await vsc.openFile('lines.txt');
  await vsc.goto(1, 1);
  await vsc.page.keyboard.press('Shift+End');
  await run('Generate QR Code from Selection');
  const panel = await session.panel();
  await panel.locator('.card').first().waitFor();
  await chooseWay(panel, SAVE, 'SVG');
  await vsc.takeProposal(/\.svg$/);
}

async function batch(): Promise<void> {
  const { vsc } = session;
  await vsc.openFile('lines.txt');
  await vsc.selectAll();
  await run('Generate QR Codes from Table or Lines');
  const panel = await session.panel();
  await panel.locator('.batch vscode-button', { hasText: 'Save 2 Codes as' }).click();
  await vsc.takeProposal(/samples\/$/);
}

async function report(): Promise<void> {
  await run('Export Compliance Report…');
  await session.vsc.pick('JSON');
  await session.vsc.takeProposal(/mlps-report\.json$/);
}

async function baseline(): Promise<void> {
  await run('Write Baseline…');
  await session.vsc.takeProposal(/mlps-baseline\.json$/);
}

async function attestation(): Promise<void> {
  const { vsc } = session;
  await run('Add Attestation…');
  await vsc.pick('emergency plan');
  for (const answer of ['Li Wei', '2026-01-31', 'docs/plan.pdf', '']) await vsc.answer(answer);
  await vsc.page.locator('.monaco-dialog-box .monaco-button', { hasText: 'Create' }).click();
}

async function deployment(): Promise<void> {
  await run('Create Compliant Deployment…');
  await session.vsc.pick('Show Files');
  await session.vsc.pick(/Create Files \(\d+\)/);
}

async function operations(): Promise<void> {
  await run('Export Operation Log…');
  await session.vsc.pick('CSV');
  await session.vsc.takeProposal(/operations\.csv$/);
}

// Only root mounts a disk.
describe.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0)(
  'the workspace is on a disk of its own',
  () => {
    beforeAll(async () => {
      const files = { 'lines.txt': 'one\ntwo\n', 'mlps-report.json': 'of yesterday' };
      session = await openSession({ files, prepare: onOwnDisk });
    });
    afterAll(async () => {
      if (!session) return;
      execFileSync('umount', ['--lazy', session.folder]);
      await session.close();
    });

    async function expectTold(act: () => Promise<void>, place: keyof typeof places, words: RegExp): Promise<void> {
      const before = everything();
      await act();
      expect(await places[place]()).toMatch(words);
      expect(everything()).toEqual(before);
      await session.vsc.clearNotifications();
    }

    test.each([
      ['a symbol', save, 'panel'],
      ['a batch', batch, 'panel'],
      ['a report, over an older one', report, 'editor'],
      ['a baseline', baseline, 'editor'],
      ['an attestation in a new configuration', attestation, 'editor'],
      ['a deployment', deployment, 'editor'],
      ['the operation log', operations, 'editor'],
    ] as const)('the disk is full: %s', async (_what, act, place) => {
      expect(() => writeFileSync(filler(), new Uint8Array(DISK))).toThrow('ENOSPC');
      await expectTold(act, place, /disk is full/);
    });

    test.each([
      ['a symbol', save, 'panel'],
      ['a report, over an older one', report, 'editor'],
      ['a baseline', baseline, 'editor'],
      ['a deployment', deployment, 'editor'],
      ['the operation log', operations, 'editor'],
    ] as const)('the disk is read-only: %s', async (_what, act, place) => {
      rmSync(filler(), { force: true });
      execFileSync('mount', ['-o', 'remount,ro', session.folder]);
      try {
        await expectTold(act, place, /read-only/);
      } finally {
        execFileSync('mount', ['-o', 'remount,rw', session.folder]);
      }
    });

    test('with room again all goes on', async () => {
      rmSync(filler(), { force: true });
      await report();
      await expect.poll(() => everything()['mlps-report.json']).toContain('"schema"');
    });
  },
);
