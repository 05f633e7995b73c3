/** The loader of the WebP decoder alone: the index of the package loads those of every format. */
declare module 'icodec/dist/webp-dec.js' {
  interface WebpDecoder {
    /** null when libwebp refuses the bytes. */
    decode(bytes: Uint8Array): { data: Uint8ClampedArray; width: number; height: number } | null;
  }
  /** Names of Emscripten's loader. */
  interface Options {
    wasmBinary: Uint8Array;
    /** Asked for the name of the .wasm, also where its bytes are given. */
    locateFile(name: string): string;
    printErr(text: string): void;
  }
  const createWebpDecoder: (options: Options) => Promise<WebpDecoder>;
  export default createWebpDecoder;
}
