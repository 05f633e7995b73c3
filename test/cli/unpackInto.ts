import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packagedSources } from '../../scripts/shippedFiles.mjs';

/** Puts into a folder what an installed package has, out of the build of the tests. */
export function unpackInto(folder: string): void {
  cpSync('dist', join(folder, 'dist'), { recursive: true, filter: (file) => !/[\\/]meta$/.test(file) });
  for (const [name, content] of packagedSources()) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}
