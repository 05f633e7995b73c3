/**
 * The frames of an animated PNG (PNG 3rd edition §11.3.3.1): each is a PNG of its own in the chunks
 * of the whole.
 */
import { joinBytes } from '../../../../text/joinBytes';
import type { PlatformInflate } from '../inflate';
import { readPngLuma } from '../png/readPngLuma';
import type { Patch } from './patch';

interface Chunk {
  name: string;
  /** With length, name and checksum. */
  whole: Uint8Array;
  body: Uint8Array;
}

const SIGNATURE = 8;

function* chunksOf(bytes: Uint8Array): Generator<Chunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = SIGNATURE; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return;
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    yield { name, whole: bytes.subarray(at, end), body: bytes.subarray(at + 8, end - 4) };
    at = end;
  }
}

/** Frames that the file names; 0 for a PNG that is not animated. */
export function apngCount(bytes: Uint8Array): number {
  for (const { name, body } of chunksOf(bytes)) {
    if (name === 'acTL' && body.length >= 8) return new DataView(body.buffer, body.byteOffset).getUint32(0);
    if (name === 'IDAT') return 0;
  }
  return 0;
}

export function* apngPatches(
  bytes: Uint8Array,
  canvas: { width: number; height: number },
  inflate?: PlatformInflate,
): Generator<Patch> {
  const shared: Uint8Array[] = [];
  let header: Uint8Array | undefined;
  let control: Uint8Array | undefined;
  let data: Uint8Array[] = [];
  const make = () =>
    control && header && data.length
      ? patchOf(bytes.subarray(0, SIGNATURE), header, shared, control, data, canvas, inflate)
      : undefined;
  for (const { name, whole, body } of chunksOf(bytes)) {
    if (name === 'IHDR') header = whole;
    else if (name === 'PLTE' || name === 'tRNS') shared.push(whole);
    else if (name === 'IDAT') data.push(body);
    else if (name === 'fdAT') data.push(body.subarray(4));
    else if (name === 'fcTL') {
      const patch = make();
      if (patch) yield patch;
      control = body.length >= 26 ? body : undefined;
      data = [];
    }
  }
  const last = make();
  if (last) yield last;
}

function patchOf(
  signature: Uint8Array,
  header: Uint8Array,
  shared: readonly Uint8Array[],
  control: Uint8Array,
  data: readonly Uint8Array[],
  canvas: { width: number; height: number },
  inflate?: PlatformInflate,
): Patch | undefined {
  const view = new DataView(control.buffer, control.byteOffset, control.byteLength);
  const [width, height, left, top] = [4, 8, 12, 16].map((at) => view.getUint32(at)) as [number, number, number, number];
  if (left + width > canvas.width || top + height > canvas.height) return undefined;
  const own = header.slice();
  own.set(control.subarray(4, 12), 8);
  const idat = new Uint8Array(8);
  const length = data.reduce((sum, part) => sum + part.length, 0);
  new DataView(idat.buffer).setUint32(0, length);
  idat.set([0x49, 0x44, 0x41, 0x54], 4);
  const luma = readPngLuma(joinBytes([signature, own, ...shared, idat, ...data, new Uint8Array(4)]), inflate);
  if (!luma) return undefined;
  const [white, black] = luma.grays;
  const after = (['keep', 'clear', 'restore'] as const)[control[24]!] ?? 'keep';
  return {
    left,
    top,
    width,
    height,
    white: white!.data,
    ...(black && { black: black.data }),
    replaces: control[25] === 0,
    after,
  };
}
