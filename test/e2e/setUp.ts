/**
 * Once for all scenarios of a run: the .vsix (the one named by E2E_VSIX, else a fresh one), and the
 * folder of the VS Code of each lane.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pack } from '../../scripts/package.mjs';
import { EVERY_THREAD, recorderIn } from '../quiet/recorder';
import { stopVscode } from './kit/server.mjs';

export default async function setUp(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'qrm-e2e-'));
  process.env.E2E_VSIX ??= await pack({ out: path.join(folder, 'qr-code-master.vsix') });
  const lanes = path.join(folder, 'lanes');
  process.env.E2E_FOLDER = lanes;
  return async () => {
    const names = readdirSync(lanes);
    const watched = new Map(names.map((name) => [name, recorderIn(path.join(lanes, name, 'record')).watched()]));
    const deaf = names.filter((name) => !watched.get(name)!.includes('worker.js'));
    // All scenarios together start every thread that there is.
    const threads = process.env.E2E_ATTEMPT === '1' ? EVERY_THREAD : [];
    const unheard = threads.filter((thread) => ![...watched.values()].flat().includes(thread));
    for (const name of names) await stopVscode({ state: path.join(lanes, name, 'server') });
    rmSync(folder, { recursive: true, force: true });
    // Silence counts for nothing where nobody listened.
    if (deaf.length > 0) throw new Error(`the recorder saw no thread of the extension in ${deaf.join(', ')}`);
    if (unheard.length > 0) throw new Error(`the recorder was not in ${unheard.join(', ')}`);
  };
}
