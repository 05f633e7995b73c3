/** The luminance of a sequential JPEG (ITU-T T.81), several times as fast as a whole decoder: colour is passed over and never computed. */
import type { Gray } from '../gray';
import { BadCode, type BitStream, type HuffmanTable, huffmanTable, readAc, readDc, skipAc, ZIGZAG } from './huffman';
import { blockToPixels, scaledQuantisation } from './inverseDct';

interface Component {
  id: number;
  horizontal: number;
  vertical: number;
  quantisation: number;
  dc?: HuffmanTable;
  ac?: HuffmanTable;
  lastDc: number;
}

interface Frame {
  width: number;
  height: number;
  components: Component[];
}

/**
 * @returns null for what this reader leaves to others: progressive, lossless and arithmetic coding, 12 bits, RGB and CMYK, odd sampling,
 * or a file that breaks off before its pixels. Broken codes further on leave the rest of the picture gray.
 */
export function readJpegLuma(bytes: Uint8Array): { grays: [Gray]; whole: boolean } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const quantisations: Float32Array[] = [];
  const dcTables: HuffmanTable[] = [];
  const acTables: HuffmanTable[] = [];
  let frame: Frame | undefined;
  let restartInterval = 0;
  let isRgb = false;
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff || bytes[at + 1] === 0xff) {
      at++;
      continue;
    }
    const marker = bytes[at + 1]!;
    const end = at + 2 + view.getUint16(at + 2);
    const body = bytes.subarray(at + 4, end);
    if (end > bytes.length) return null;
    if (marker === 0xdb && !addQuantisations(body, quantisations)) return null;
    else if (marker === 0xc4) addHuffman(body, dcTables, acTables);
    else if (marker === 0xdd) restartInterval = view.getUint16(at + 4);
    else if (marker === 0xee && body.length >= 12 && String.fromCharCode(...body.subarray(0, 5)) === 'Adobe') isRgb = body[11] === 0;
    else if (marker === 0xc0 || marker === 0xc1) frame = readFrame(body);
    else if (marker >= 0xc2 && marker <= 0xcf && marker !== 0xc8 && marker !== 0xcc) return null;
    else if (marker === 0xd9) return null;
    else if (marker === 0xda) {
      if (!frame || !isPlain(frame, isRgb)) return null;
      const scan = scanComponents(body, frame, dcTables, acTables);
      // A scan of colour alone is passed over: luminance comes first in practice, and what follows it is not needed.
      if (!scan?.includes(frame.components[0]!)) return null;
      const quantisation = quantisations[frame.components[0]!.quantisation];
      if (!quantisation) return null;
      return readScan({ data: bytes, at: end, bits: 0, count: 0, invented: 0 }, frame, scan, quantisation, restartInterval);
    }
    at = end;
  }
  return null;
}

/** False for 16-bit tables, which only 12-bit pictures need. */
function addQuantisations(body: Uint8Array, tables: Float32Array[]): boolean {
  for (let at = 0; at < body.length; at += 65) {
    if (body[at]! >> 4) return false;
    const table = new Uint8Array(64);
    for (let i = 0; i < 64; i++) table[ZIGZAG[i]!] = body[at + 1 + i] ?? 1;
    tables[body[at]! & 15] = scaledQuantisation(table);
  }
  return true;
}

function addHuffman(body: Uint8Array, dc: HuffmanTable[], ac: HuffmanTable[]): void {
  for (let at = 0; at + 17 <= body.length; ) {
    const counts = body.subarray(at + 1, at + 17);
    const total = counts.reduce((sum, v) => sum + v, 0);
    (body[at]! >> 4 ? ac : dc)[body[at]! & 15] = huffmanTable(counts, body.slice(at + 17, at + 17 + total));
    at += 17 + total;
  }
}

function readFrame(body: Uint8Array): Frame | undefined {
  if (body[0] !== 8 || body.length < 6 + 3 * body[5]!) return undefined;
  const components = Array.from({ length: body[5]! }, (_, i) => {
    const [id, sampling, quantisation] = body.subarray(6 + 3 * i, 9 + 3 * i) as unknown as [number, number, number];
    return { id, horizontal: sampling >> 4, vertical: sampling & 15, quantisation, lastDc: 0 };
  });
  return { height: (body[1]! << 8) | body[2]!, width: (body[3]! << 8) | body[4]!, components };
}

/** Gray alone, or luminance first and not coarser than the colour after it. */
function isPlain({ components, width, height }: Frame, isRgb: boolean): boolean {
  const [first] = components;
  if (!first || !width || !height || (components.length !== 1 && components.length !== 3)) return false;
  if (components.length === 3 && (isRgb || String.fromCharCode(...components.map(({ id }) => id)) === 'RGB')) return false;
  return components.every(
    ({ horizontal: h, vertical: v }) => h >= 1 && v >= 1 && h <= first.horizontal && v <= first.vertical && h <= 4 && v <= 4,
  );
}

function scanComponents(body: Uint8Array, frame: Frame, dc: HuffmanTable[], ac: HuffmanTable[]): Component[] | null {
  const scan: Component[] = [];
  for (let i = 0; i < body[0]!; i++) {
    const component = frame.components.find(({ id }) => id === body[1 + 2 * i]);
    const tables = body[2 + 2 * i]!;
    if (!component) return null;
    component.dc = dc[tables >> 4];
    component.ac = ac[tables & 15];
    if (!component.dc || !component.ac) return null;
    scan.push(component);
  }
  return scan;
}

function readScan(
  stream: BitStream,
  frame: Frame,
  scan: Component[],
  quantisation: Float32Array,
  restartInterval: number,
): { grays: [Gray]; whole: boolean } | null {
  const luma = frame.components[0]!;
  const alone = scan.length === 1;
  const across = alone ? 1 : luma.horizontal;
  const down = alone ? 1 : luma.vertical;
  const columns = Math.ceil(frame.width / (8 * across));
  const rows = Math.ceil(frame.height / (8 * down));
  const stride = columns * across * 8;
  const pixels = new Uint8Array(stride * rows * down * 8).fill(128);
  const block = new Float32Array(64);

  const readUnit = (column: number, row: number) => {
    for (const component of scan) {
      const count = alone ? 1 : component.horizontal * component.vertical;
      for (let i = 0; i < count; i++) {
        component.lastDc += readDc(stream, component.dc!);
        if (component !== luma) {
          skipAc(stream, component.ac!);
          continue;
        }
        const x = (column * across + (i % across)) * 8;
        const y = (row * down + Math.floor(i / across)) * 8;
        const start = y * stride + x;
        const flat = component.lastDc * quantisation[0]!;
        block.fill(0);
        if (readAc(stream, component.ac!, quantisation, block)) {
          block[0] = flat;
          blockToPixels(block, pixels, start, stride);
        } else {
          const value = Math.max(0, Math.min(255, Math.round(flat + 128)));
          for (let r = 0; r < 8; r++) pixels.fill(value, start + r * stride, start + r * stride + 8);
        }
      }
    }
  };

  const units = columns * rows;
  let whole = true;
  for (let unit = 0; unit < units; ) {
    const until = restartInterval ? Math.min(units, unit + restartInterval) : units;
    for (const component of scan) component.lastDc = 0;
    try {
      for (let u = unit; u < until && stream.invented <= MAX_INVENTED; u++) readUnit(u % columns, Math.floor(u / columns));
    } catch (error) {
      if (!(error instanceof BadCode)) throw error;
      whole = false;
    }
    whole &&= stream.invented <= MAX_INVENTED;
    if (unit === 0 && stream.invented > MAX_INVENTED && stream.at <= stream.data.length / 2 && !restartInterval) return null;
    unit = until;
    if (!skipToRestart(stream)) {
      whole &&= unit >= units;
      break;
    }
  }
  const data = cropRows(pixels, stride, frame.width, frame.height);
  return { grays: [{ data, width: frame.width, height: frame.height }], whole };
}

/** Bits a stream may be short of: the padding of the last byte and what `fill` looks ahead. */
const MAX_INVENTED = 64;

/** Moves behind the next restart marker; false when another marker or the end comes first. */
function skipToRestart(stream: BitStream): boolean {
  const { data } = stream;
  for (let at = stream.at; at + 1 < data.length; at++) {
    if (data[at] !== 0xff || data[at + 1] === 0 || data[at + 1] === 0xff) continue;
    if (data[at + 1]! < 0xd0 || data[at + 1]! > 0xd7) return false;
    Object.assign(stream, { at: at + 2, bits: 0, count: 0, invented: 0 });
    return true;
  }
  return false;
}

function cropRows(pixels: Uint8Array, stride: number, width: number, height: number): Uint8Array {
  if (stride === width) return pixels.subarray(0, width * height);
  const out = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) out.set(pixels.subarray(y * stride, y * stride + width), y * width);
  return out;
}
