// Writes dist/THIRD-PARTY.txt: the licences of the packages whose code is inside our bundles, read from the build's own metafiles.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './run.mjs';

/** Folders of the packages that have code in a bundle (`node_modules/yaml` …), sorted. */
export function bundledPackages(folder = path.join(root, 'dist', 'meta')) {
  const inputs = readdirSync(folder).flatMap((file) => {
    const { outputs } = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
    return Object.values(outputs).flatMap((output) => Object.keys(output.inputs ?? {}));
  });
  const packages = inputs.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []);
  return [...new Set(packages)].sort();
}

/** Writes the notices of all bundled packages; needs a build with --metafile. */
export function writeNotices() {
  const notices = bundledPackages().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
    const file = readdirSync(path.join(root, folder)).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
    const text = file
      ? readFileSync(path.join(root, folder, file), 'utf8')
          .replaceAll('\r\n', '\n')
          .trim()
      : 'The package holds no licence file.';
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  const rule = `\n${'-'.repeat(72)}\n\n`;
  writeFileSync(
    path.join(root, 'dist', 'THIRD-PARTY.txt'),
    `Code of these packages is part of QR Code Master.\n${rule}${notices.join(rule)}`,
  );
}
