/**
 * Picks the engine: zxing-cpp, or the TypeScript port of ZXing where WebAssembly cannot be had (a
 * policy, a host without it).
 */
import type { Zxing } from './zxing';
import { libraryEngine } from './zxingLibrary';
import { loadZxingWasm } from './zxingWasm';

declare const WebAssembly: { Module: new (bytes: Uint8Array) => object } | undefined;

/** The smallest module there is: its eight bytes of header. */
const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** Whether this host compiles WebAssembly at all. */
export function hasWebAssembly(): boolean {
  try {
    return typeof WebAssembly !== 'undefined' && new WebAssembly.Module(EMPTY_MODULE) !== undefined;
  } catch {
    return false;
  }
}

/**
 * @param wasmBinary the bytes of `zxing_reader.wasm` of the package; never asks the network
 * @throws Error when WebAssembly is there and the bytes are no such module: a damaged installation
 * is not worked around
 */
export const prepareZxing = async (wasmBinary: Uint8Array): Promise<Zxing> =>
  hasWebAssembly() ? loadZxingWasm(wasmBinary) : libraryEngine;
