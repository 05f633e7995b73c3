// Checks the .vsix: sizes within their budgets, and two builds of one commit equal to the last byte.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pack } from '../package.mjs';
import { root } from '../run.mjs';

const budgets = { extensionBytes: 60_000, vsixBytes: 3_000_000 };

/** Leaves a production build in dist/ for the checks that follow. */
export const bundles = {
  name: 'the .vsix: sizes, contents, two builds equal',
  async problems() {
    const folder = mkdtempSync(path.join(tmpdir(), 'qr-code-master-'));
    try {
      const files = [await pack({ out: path.join(folder, 'a.vsix') }), await pack({ out: path.join(folder, 'b.vsix') })];
      const [a, b] = files.map((file) => createHash('sha256').update(readFileSync(file)).digest('hex'));
      const sizes = { extensionBytes: statSync(path.join(root, 'dist', 'extension.js')).size, vsixBytes: statSync(files[0]).size };
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
