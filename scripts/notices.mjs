// The text of dist/THIRD-PARTY.txt: the licences of all code of others in our bundles (by the build's
// own metafiles) and .wasm files.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packagesIn } from './packagesIn.mjs';
import { root } from './run.mjs';
import { embedded } from './thirdParty/embedded.mjs';

const read = (...parts) => readFileSync(path.join(root, ...parts), 'utf8').replaceAll('\r\n', '\n');

/** The notice of a package. Throws when it holds no licence file. */
export function packageNotice(folder) {
  const { name, version, license } = JSON.parse(read(folder, 'package.json'));
  const files = readdirSync(path.join(root, folder)).filter((entry) => /^(licen[cs]e|copying|notice)/i.test(entry));
  if (!files.some((file) => !/^notice/i.test(file))) throw new Error(`${name} holds no licence file`);
  return `${name} ${version} (${license})\n\n${files.map((file) => read(folder, file).trim()).join('\n\n')}\n`;
}

/** Undefined where it has none. Throws when its package no longer tells it. */
export function embeddedVersion({ name, version }) {
  const found = version?.pattern.exec(read('node_modules', version.file))?.[1];
  if (version && !found) throw new Error(`${version.file} does not tell the version of ${name}`);
  return found;
}

/**
 * The notice of code inside a .wasm. Throws when its package no longer tells the version, or a text
 * is missing.
 */
export function embeddedNotice({ name, license, version, texts, copyright }) {
  const found = embeddedVersion({ name, version });
  const bodies = texts.map((file) =>
    (file.startsWith('./') ? read('scripts/thirdParty/texts', file) : read('node_modules', file)).trim(),
  );
  return `${[name, found, `(${license})`].filter(Boolean).join(' ')}\n\n${[copyright, ...bodies].filter(Boolean).join('\n\n')}\n`;
}

/** Those of these .wasm files whose contents no entry tells. */
export function unnamedWasm(files) {
  const named = new Set(embedded.flatMap(({ files }) => Object.keys(files).map((file) => path.basename(file))));
  return files.filter((file) => file.endsWith('.wasm') && !named.has(file));
}

/**
 * The notices of everything shipped; needs the metafiles of the build.
 * @param {string[]} files names in dist/
 */
export function noticesOf(files) {
  const unnamed = unnamedWasm(files);
  if (unnamed.length > 0)
    throw new Error(`scripts/thirdParty/embedded.mjs does not tell what is inside ${unnamed.join(', ')}`);
  const packages = [...packagesIn().keys()];
  const notices = [...packages.map(packageNotice), ...embedded.map(embeddedNotice)];
  const rule = `\n${'-'.repeat(72)}\n\n`;
  return `Code of these projects is part of QR Code Master.\n${rule}${notices.join(rule)}`;
}
