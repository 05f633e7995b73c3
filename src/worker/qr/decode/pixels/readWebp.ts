/**
 * WebP by libwebp in WebAssembly (icodec): lossy, lossless and see-through; of an animation
 * the first frame.
 */
import createWebpDecoder from 'icodec/dist/webp-dec.js';
import { fault } from '../../../protocol/errors';
import type { RgbaPixels } from '../../codecs';
import { unprepared } from '../../unprepared';
import { webpFrames } from './animation/webpFrames';

interface Decoded {
  data: Uint8ClampedArray;
  width: number;
  height: number;
}

/** The module calls this to give its answer. */
declare global {
  var _icodec_ImageData: (data: Uint8ClampedArray, width: number, height: number) => Decoded;
}

interface WebpDecoder {
  /** null when libwebp refuses the bytes. */
  decode(bytes: Uint8Array): Decoded | null;
}

/** Pixels of a picture after which the decoder is kept. */
const KEEP = 8_000_000;

let decoder: Promise<WebpDecoder> | undefined;
let ready: WebpDecoder | undefined;

/**
 * Compiles the decoder, once per thread; later calls answer at once, or try again where it failed.
 * @param loadWasm the bytes of `webp-dec.wasm`
 */
export async function prepareWebp(loadWasm: () => Uint8Array | Promise<Uint8Array>): Promise<void> {
  globalThis._icodec_ImageData = (data, width, height) => ({ data, width, height });
  decoder ??= (async () =>
    createWebpDecoder({
      wasmBinary: await loadWasm(),
      locateFile: (name) => name,
      // What ends the module ends as an error too.
      printErr: () => {},
    }))();
  try {
    ready = await decoder;
  } catch (error) {
    decoder = undefined;
    throw error;
  }
}

/**
 * @param size as the header says and the caller allows: a picture or frame that turns out larger is
 * refused before memory is taken
 * @throws fault `picture-damaged`; an Error when `prepareWebp` was not awaited; what
 * libwebp's module throws
 */
export function readWebp(bytes: Uint8Array, size: Size): RgbaPixels {
  if (!ready) throw unprepared('prepareWebp comes first');
  const [first] = webpFrames(bytes);
  const still = first?.file ?? bytes;
  const own = codedSize(still);
  const fits = own && own.width <= size.width && own.height <= size.height;
  const pixels = fits ? decodeOnce(ready, still) : null;
  if (!pixels) throw fault('picture-damaged', { type: 'WEBP' });
  const { data, width, height } = pixels;
  // Its memory never shrinks: it is let go.
  if (width * height > KEEP) decoder = ready = undefined;
  return { data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength), width, height };
}

/** A module that threw is not asked again: nobody knows what it left in its memory. */
function decodeOnce(module: WebpDecoder, file: Uint8Array): Decoded | null {
  try {
    return module.decode(file);
  } catch (error) {
    decoder = ready = undefined;
    throw error;
  }
}

interface Size {
  width: number;
  height: number;
}

/**
 * What the first bitstream of a still file says of itself (RFC 6386 §9.1; WebP lossless bitstream
 * §3), whatever the container says.
 */
function codedSize(file: Uint8Array): Size | undefined {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  for (let at = 12; at + 18 <= file.length; ) {
    const name = chunkName(file, at);
    if (name === 'VP8 ')
      return { width: view.getUint16(at + 14, true) & 0x3fff, height: view.getUint16(at + 16, true) & 0x3fff };
    if (name === 'VP8L') {
      const bits = view.getUint32(at + 9, true);
      return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
    }
    const length = view.getUint32(at + 4, true);
    at += 8 + length + (length & 1);
  }
  return undefined;
}

const chunkName = (bytes: Uint8Array, at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));
