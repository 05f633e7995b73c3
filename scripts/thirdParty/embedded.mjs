// Code inside the .wasm files that no package.json names: what it is, where it is, how it is seen
// there, and its licence texts.

const READER = 'zxing-wasm/dist/reader/zxing_reader.wasm';
const WEBP = 'icodec/dist/webp-dec.wasm';
const apache = 'assemblyscript/LICENSE';

/**
 * @typedef {object} Embedded
 * @property {string} name
 * @property {string} license SPDX expression
 * @property {{ file: string, pattern: RegExp }} [version] where a package tells which version it
 * was made of
 * @property {Record<string, string[]>} files by their paths in node_modules, texts that only this
 * code leaves in the file
 * @property {string[]} texts licence texts in order: files of node_modules, or of
 * scripts/thirdParty/texts (./NAME)
 * @property {string} [copyright] the upstream's line where the text holds none
 */

/** @type {Embedded[]} */
export const embedded = [
  {
    name: 'zxing-cpp, with the C++ wrapper of zxing-wasm',
    license: 'Apache-2.0',
    version: { file: 'zxing-wasm/dist/es/share.js', pattern: /"([0-9a-f]{40})"/ },
    files: { [READER]: ['ZXing', 'src/aztec/AZDecoder.cpp'] },
    texts: [apache],
    copyright:
      'Copyright 2016 ZXing authors, Nu-book Inc., Axel Waggershauser and contributors\nCopyright 2023 Ze-Zheng Wu',
  },
  {
    name: 'libzueci, inside zxing-cpp',
    license: 'BSD-3-Clause AND MIT',
    files: { [READER]: [] },
    texts: ['./libzueci.txt'],
  },
  {
    name: 'stb_image, beside zxing-cpp',
    license: 'MIT OR Unlicense',
    files: { [READER]: ['bad png sig', 'bad SOS len'] },
    texts: ['./stb.txt'],
  },
  {
    name: 'libwebp',
    license: 'BSD-3-Clause',
    version: { file: 'icodec/versions.json', pattern: /"libwebp", "version": "v([\d.]+)"/ },
    files: { [WEBP]: ['VP8GetHeaders', 'Could not decode alpha data'] },
    texts: ['./libwebp.txt', './libwebp-patents.txt'],
  },
  {
    name: 'Emscripten runtime, and its loaders in the JavaScript of zxing-wasm and icodec',
    license: 'MIT OR NCSA',
    files: { [READER]: ['emscripten::memory_view<'], [WEBP]: ['emscripten::memory_view<'] },
    texts: ['./emscripten.txt'],
  },
  {
    name: 'musl, inside the Emscripten runtime',
    license: 'MIT',
    files: { [READER]: [], [WEBP]: [] },
    texts: ['./musl.txt'],
  },
  {
    name: 'LLVM libc++, libc++abi and compiler-rt, inside the Emscripten runtime',
    license: 'Apache-2.0 WITH LLVM-exception',
    files: { [READER]: ['__cxxabiv1'], [WEBP]: ['__cxxabiv1'] },
    texts: [apache, './llvm-exception.txt'],
    copyright: 'Copyright (c) 2003-2024 by the contributors of the LLVM Project',
  },
  {
    name: 'AssemblyScript standard library and stub runtime, compiled into the modules of src/wasm',
    license: 'Apache-2.0',
    version: { file: 'assemblyscript/package.json', pattern: /"version": "([^"]+)"/ },
    files: {},
    texts: ['assemblyscript/LICENSE', 'assemblyscript/NOTICE'],
  },
];
