// Lists of SHA-256, as sha256sum writes and checks them.
import { sha256 } from './seal.mjs';

/** @param {[string, Uint8Array | string][]} files names and contents */
export const listOf = (files) =>
  files
    .map(([name, content]) => `${sha256(content)}  ${name}\n`)
    .sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1))
    .join('');
