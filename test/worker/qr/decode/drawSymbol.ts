/** Symbols as pictures for tests, made by the `qrcode` package. */
import QRCode, { type QRCodeOptions } from 'qrcode';
import type { Gray } from '../../../../src/worker/qr/decode/gray';

/** A crisp dark-on-light picture of a symbol with a quiet zone of four modules. */
export function drawSymbol(
  text: string,
  options: QRCodeOptions & { scale?: number } = {},
): Gray & { modules: Uint8Array; size: number } {
  const { scale = 4, ...rest } = options;
  const { data: modules, size } = QRCode.create(text, { errorCorrectionLevel: 'M', ...rest }).modules;
  const side = (size + 8) * scale;
  const data = new Uint8Array(side * side).fill(255);
  for (let y = 0; y < size * scale; y++) {
    for (let x = 0; x < size * scale; x++) {
      if (modules[Math.floor(y / scale) * size + Math.floor(x / scale)])
        data[(y + 4 * scale) * side + x + 4 * scale] = 0;
    }
  }
  return { data, width: side, height: side, modules: Uint8Array.from(modules), size };
}

export function rgbaOf({ data, width, height }: Gray): Uint8Array {
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let i = 0; i < data.length; i++) rgba.fill(data[i]!, 4 * i, 4 * i + 3);
  return rgba;
}
