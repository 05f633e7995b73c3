// Proves that no bundle of the extension can talk to a network, start a program or make code while
// it runs: by its imports and by every name, address and call in its code.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../run.mjs';
import { isForbiddenModule, reaches } from './reaches.mjs';

/**
 * From the bundle's metafile: modules that esbuild left to be loaded at run time, and the files that
 * are in it.
 */
function contentsOf(bundle) {
  const { outputs } = JSON.parse(readFileSync(path.join(root, 'dist', 'meta', `${bundle}.json`), 'utf8'));
  const all = Object.values(outputs);
  const used = ([, { bytesInOutput }]) => bytesInOutput > 0;
  return {
    external: all.flatMap(({ imports }) => imports.filter((one) => one.external).map((one) => one.path)),
    sources: all.flatMap(({ inputs }) =>
      Object.entries(inputs)
        .filter(used)
        .map(([file]) => file),
    ),
  };
}

export const offline = {
  name: 'offline: no network or child process in any bundle',
  async problems() {
    const files = readdirSync(path.join(root, 'dist')).filter((file) => /\.(?:js|css)$/.test(file));
    return files.flatMap((file) => {
      const { external, sources } = contentsOf(file.replace(/\.\w+$/, ''));
      const found = reaches(file, readFileSync(path.join(root, 'dist', file), 'utf8'), sources);
      // Of node:vm the text tells how often it is loaded.
      const imported = external.filter((name) => isForbiddenModule(name) && !/^(?:node:)?vm$/.test(name));
      return [...new Set([...found, ...imported])].map((name) => `dist/${file} reaches for ${name}`);
    });
  },
};
