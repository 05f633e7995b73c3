// Checks the .vsix: sizes within their budgets, and two builds of one commit, in other folders,
// time zones and umasks, equal to the last byte.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { commitTime, pack } from '../package.mjs';
import { node, root, run } from '../run.mjs';
import { sha256 } from '../seal.mjs';

const budgets = { extensionBytes: 45_000, vsixBytes: 2_500_000 };

/** Packs a copy of the project in another folder, time zone and umask. */
async function packElsewhere(folder) {
  const copy = path.join(folder, 'copy');
  const file = path.join(folder, 'b.vsix');
  const { out } = await run('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z']);
  for (const name of out.split('\0').filter(Boolean))
    if (existsSync(path.join(root, name))) cpSync(path.join(root, name), path.join(copy, name));
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
  const before = process.umask(0o077);
  try {
    const env = { TZ: 'Pacific/Kiritimati', SOURCE_DATE_EPOCH: await commitTime() };
    const packed = await node([path.join(copy, 'scripts', 'package.mjs'), file], { cwd: copy, env });
    if (packed.code !== 0) throw new Error(packed.out);
  } finally {
    process.umask(before);
  }
  return file;
}

/** Leaves a production build in dist/ for the checks that follow. */
export const bundles = {
  name: 'the .vsix: sizes, contents, two builds equal',
  async problems() {
    const folder = mkdtempSync(path.join(tmpdir(), 'qr-code-master-'));
    try {
      const files = [await packElsewhere(folder), await pack({ out: path.join(folder, 'a.vsix') })];
      const [a, b] = files.map((file) => sha256(readFileSync(file)));
      const sizes = {
        extensionBytes: statSync(path.join(root, 'dist', 'extension.js')).size,
        vsixBytes: statSync(files[1]).size,
      };
      const over = Object.keys(budgets).filter((key) => sizes[key] > budgets[key]);
      this.name = `the .vsix: ${(sizes.vsixBytes / 1e6).toFixed(2)} MB, extension.js ${(sizes.extensionBytes / 1e3).toFixed(1)} kB, two builds equal`;
      return [
        ...over.map((key) => `${key} is ${sizes[key]}, over ${budgets[key]}`),
        ...(a === b ? [] : ['two builds of this commit differ']),
      ];
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};
