import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * A copy of the extension without what would activate it before the measuring does: it is active
 * once.
 * @param {string} built folder with dist/ and package.json
 * @param {string} copy folder to make
 * @returns {string} the copy
 */
export function inactive(built, copy) {
  for (const part of ['dist', 'media', 'package.nls.json', 'package.nls.zh-cn.json'])
    cpSync(path.join(built, part), path.join(copy, part), { recursive: true });
  const manifest = JSON.parse(readFileSync(path.join(built, 'package.json'), 'utf8'));
  writeFileSync(path.join(copy, 'package.json'), JSON.stringify({ ...manifest, activationEvents: [] }));
  return copy;
}
