/** SHA-256 of the WebAssembly files of others, as for `readShipped`. */
export const WASM_SUMS = {
  'zxing_reader.wasm': 'sum-of:zxing_reader.wasm',
  'webp_dec.wasm': 'sum-of:webp_dec.wasm',
};
