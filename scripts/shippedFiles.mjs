// What goes into the .vsix, by .vscodeignore, and under which names.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packagedPage } from './packagedPage.mjs';
import { root } from './run.mjs';

/** Names that vsce gives. */
const RENAMED = { 'README.md': 'readme.md', 'CHANGELOG.md': 'changelog.md', LICENSE: 'LICENSE.txt' };

/** The name in the package of a file of the project. */
const packagedName = (file) => RENAMED[file] ?? file;

/** One of the patterns that name what goes in: `*` within a folder, `**` over folders. */
const asExpression = (pattern) =>
  new RegExp(
    `^${pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*+/g, (stars) => (stars.length > 1 ? '.*' : '[^/]*'))}$`,
  );

/** Files of the project that are packaged, sorted; those of dist/ are made by the build. */
function shippedFiles(folder = root) {
  const patterns = readFileSync(path.join(folder, '.vscodeignore'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(1).trim());
  const wanted = patterns.map(asExpression);
  const folders = new Set(patterns.filter((pattern) => pattern.includes('/')).map((pattern) => pattern.split('/')[0]));
  folders.delete('dist');
  const files = [
    ...readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : [])),
    ...[...folders].flatMap((name) =>
      readdirSync(path.join(folder, name), { recursive: true, withFileTypes: true }).flatMap((entry) =>
        entry.isFile()
          ? [path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/')]
          : [],
      ),
    ),
  ];
  return files.filter((file) => wanted.some((expression) => expression.test(file))).sort();
}

/**
 * The package's own package.json: without what only builds it, and as VS Code writes it again when
 * it installs an extension (with its `__metadata`), so that both can be compared.
 */
function packagedManifest(folder = root) {
  const {
    devDependencies: _,
    scripts: __,
    ...manifest
  } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return JSON.stringify(manifest, null, '\t');
}

/** Content of every packaged file but those of dist/, by its name in the project. */
export function shippedSources(folder = root) {
  const files = shippedFiles(folder);
  const shipped = new Set(files);
  const nameOf = (file) => (shipped.has(file) ? packagedName(file) : undefined);
  const contentOf = (file) => {
    if (file === 'package.json') return packagedManifest(folder);
    const bytes = readFileSync(path.join(folder, file));
    return file.endsWith('.md') ? packagedPage(bytes.toString(), file, nameOf) : bytes;
  };
  return new Map(files.map((file) => [file, contentOf(file)]));
}

/** The same by their names in the package. */
export const packagedSources = (folder = root) =>
  new Map([...shippedSources(folder)].map(([file, content]) => [packagedName(file), content]));
