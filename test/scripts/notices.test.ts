/**
 * The notices name every package in a bundle and what is inside the .wasm files, by what the files
 * themselves contain.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json';
import { embeddedNotice, noticesOf, packageNotice, unnamedWasm } from '../../scripts/notices.mjs';
import { packagesIn } from '../../scripts/packagesIn.mjs';
import { embedded } from '../../scripts/thirdParty/embedded.mjs';

const wasm = (file: string) => readFileSync(join('node_modules', file), 'latin1');
const files = [...new Set(embedded.flatMap((entry) => Object.keys(entry.files)))];
const noticeOf = (name: string) => embeddedNotice(embedded.find((entry) => entry.name.startsWith(name))!);

it('names each package that has code in a bundle', () => {
  const all = noticesOf([]);
  const folders = [...packagesIn().keys()];
  expect(folders.length).toBeGreaterThan(5);
  for (const folder of folders) expect(all).toContain(packageNotice(folder));
});

it.each(Object.entries(manifest.dependencies))('gives %s with its version and licence text', (name, version) => {
  const notice = packageNotice(`node_modules/${name}`);
  expect(notice.split('\n')[0]).toMatch(`${name} ${version} (`);
  expect(notice).toMatch(/copyright/i);
});

describe.each(files)('%s', (file) => {
  const marks = [...new Set(embedded.flatMap((entry) => Object.values(entry.files).flat()))];

  it.each(marks)('is named by the entry of "%s" exactly when it contains it', (mark) => {
    const told = embedded.some((entry) => entry.files[file]?.includes(mark));
    expect(told).toBe(wasm(file).includes(mark));
  });
});

/** What libraries that decoders are often built with leave in a file. */
const BETRAYING = {
  stb: ['bad png sig', 'bad SOS len', 'unknown image type'],
  zlib: ['inflate 1.', 'deflate 1.'],
  libpng: ['libpng', 'png_read_'],
  libjpeg: ['JPEG library', 'JFIF'],
  zint: ['zint', 'ZINT'],
  libtiff: ['LIBTIFF'],
  giflib: ['GifFile', 'GIFLIB'],
};

it.each(files)('%s holds no well-known library that no entry tells of', (file) => {
  const told = embedded.filter((entry) => file in entry.files).map(({ name }) => name.toLowerCase());
  const betrayed = Object.entries(BETRAYING).filter(([, marks]) => marks.some((mark) => wasm(file).includes(mark)));
  expect(betrayed.map(([name]) => name).filter((name) => !told.some((each) => each.startsWith(name)))).toEqual([]);
});

it('notices a .wasm that no entry tells of', () => {
  expect(unnamedWasm(['zxing_reader.wasm', 'new.wasm', 'cli.js'])).toEqual(['new.wasm']);
});

it.each([
  [
    'zxing-cpp',
    /^zxing-cpp, .* [0-9a-f]{40} \(Apache-2.0\)/,
    'TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION',
  ],
  ['libzueci', /BSD-3-Clause/, 'Copyright (C) 2022 gitlost'],
  ['stb_image', /MIT OR Unlicense/, 'Sean Barrett'],
  ['libwebp', /^libwebp 1\.\d+\.\d+ \(BSD-3-Clause\)/, 'Additional IP Rights Grant (Patents)'],
  ['Emscripten', /MIT OR NCSA/, 'University of Illinois/NCSA'],
  ['musl', /MIT/, 'Rich Felker'],
  ['LLVM', /LLVM-exception/, 'LLVM Exceptions to the Apache 2.0 License'],
  ['AssemblyScript', new RegExp(manifest.devDependencies.assemblyscript.replaceAll('.', '\\.')), 'Daniel Wirtz'],
])('gives the full text of %s', (name, head, part) => {
  const notice = noticeOf(name);
  expect(notice.split('\n')[0]).toMatch(head);
  expect(notice).toContain(part);
  expect(notice.length).toBeGreaterThan(1000);
});
