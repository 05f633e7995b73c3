// Proves that no bundle of the extension can talk to a network, start a program or make code while
// it runs: by its imports and by every name, address and call in its code.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../run.mjs';
import { isForbiddenModule, reaches } from './reaches.mjs';

/** What the metafiles of the build say of each file of dist/, by its name. */
function builtFiles() {
  const folder = path.join(root, 'dist', 'meta');
  const texts = readdirSync(folder).map((file) => readFileSync(path.join(folder, file), 'utf8'));
  const all = texts.flatMap((text) => Object.entries(JSON.parse(text).outputs));
  return new Map(all.map(([file, output]) => [path.basename(file), output]));
}

/** Modules that esbuild left to be loaded at run time, and the files that are in a bundle. */
function contentsOf({ imports, inputs }) {
  const used = Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return {
    external: imports.filter((one) => one.external).map((one) => one.path),
    sources: used.map(([file]) => file),
  };
}

export const offline = {
  name: 'offline: no network or child process in any bundle',
  async problems() {
    const files = readdirSync(path.join(root, 'dist')).filter((file) => /\.(?:js|css)$/.test(file));
    const built = builtFiles();
    return files.flatMap((file) => {
      const { external, sources } = contentsOf(built.get(file));
      const found = reaches(file, readFileSync(path.join(root, 'dist', file), 'utf8'), sources);
      // Of node:vm the text tells how often it is loaded.
      const imported = external.filter((name) => isForbiddenModule(name) && !/^(?:node:)?vm$/.test(name));
      return [...new Set([...found, ...imported])].map((name) => `dist/${file} reaches for ${name}`);
    });
  },
};
