/** Puts a symbol as PNG on the clipboard, from the page itself: the extension's clipboard takes only text. */
import { type Drawn, darkRuns, fullSize } from './modules';

const PIXELS_A_MODULE = 10;
const MAX_SIDE_PIXELS = 2000;

/** Rejects when the page may not write to the clipboard, for example without the focus. */
export async function copyPng(drawn: Drawn): Promise<void> {
  // The promise goes in, not its result: Safari-based hosts allow the write only in the same turn as the click.
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': drawPng(drawn) })]);
}

/** Black on white with quiet zone, a whole number of pixels a module. */
export async function drawPng(drawn: Drawn): Promise<Blob> {
  const full = fullSize(drawn);
  const scale = Math.max(4, Math.min(PIXELS_A_MODULE, Math.floor(MAX_SIDE_PIXELS / full)));
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = full * scale;
  const context = canvas.getContext('2d', { alpha: false })!;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000';
  for (const { x, y, width } of darkRuns(drawn)) context.fillRect(x * scale, y * scale, width * scale, scale);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('toBlob'))), 'image/png'));
}
