/** A symbol as SVG: the light ground, then all dark modules as one path, then the logo. */
import type { QrSymbol } from '../../protocol/symbol';
import { dataUri } from '../../text/dataUri';
import { writeSmallPng } from '../indexedPng';
import { dotRadius, shapes } from './contours';
import { logoBox } from './logo';
import { isPlain, type Look } from './look';
import { outlines } from './outline';

/**
 * A complete SVG document; one unit is one module, `scale` gives its size in pixels. @throws
 * logo-too-large
 */
export function svg(symbol: QrSymbol, look: Look): string {
  const side = symbol.size + 2 * look.marginModules;
  const pixels = side * look.scale;
  const title = look.title === undefined ? '' : `<title>${escapeXml(look.title)}</title>`;
  const plain = isPlain(look);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels}" height="${pixels}" viewBox="0 0 ${side} ${side}"${plain ? ' shape-rendering="crispEdges"' : ''} role="img">` +
    `${title}<path fill="${look.light}" d="M0 0h${side}v${side}H0z"/>` +
    `${plain ? `<path fill="${look.dark}" d="${darkPath(symbol, look.marginModules)}"/>` : styled(symbol, look)}${logoElement(symbol, look)}</svg>\n`
  );
}

/**
 * Dots are the round ends of lines too short to see (of none at all, some viewers draw nothing): a
 * tenth of their outlines.
 */
function styled(symbol: QrSymbol, look: Look): string {
  const { dots, others } = shapes(symbol, look);
  const { dark, marginModules } = look;
  const at = (point: readonly number[]) => point.map((value) => number(value + marginModules)).join(' ');
  const outline = others
    .map(
      ({ start, steps }) =>
        `M${at(start)}${steps.map((step) => (step.length === 1 ? 'L' : 'C') + step.map(at).join(' ')).join('')}z`,
    )
    .join('');
  const lines = dots.map((dot) => `M${at(dot)}h.001`).join('');
  const stroke = `fill="none" stroke="${dark}" stroke-width="${2 * dotRadius}" stroke-linecap="round"`;
  return `<path fill="${dark}" fill-rule="evenodd" d="${outline}"/>${lines === '' ? '' : `<path ${stroke} d="${lines}"/>`}`;
}

function logoElement({ size }: QrSymbol, { logo, marginModules }: Look): string {
  if (!logo) return '';
  const { left, top, width, height } = logoBox(size, logo);
  const { data, width: columns, height: rows } = logo.pixels;
  const place = `x="${number(left + marginModules)}" y="${number(top + marginModules)}" width="${number(width)}" height="${number(height)}"`;
  return `<image ${place} href="${dataUri(writeSmallPng(data, columns, rows), 'image/png')}"/>`;
}

const number = (value: number): string => String(Number(value.toFixed(3)));

/** The path data of all dark modules, `offset` modules from the top left. */
function darkPath(symbol: Pick<QrSymbol, 'size' | 'modules'>, offset: number): string {
  return outlines(symbol)
    .map((loop) => {
      let [x, y] = loop.at(-1)!;
      let path = `M${x + offset} ${y + offset}`;
      // The last line back to the start is drawn by z.
      for (const [nextX, nextY] of loop.slice(0, -1)) {
        path += nextY === y ? `h${nextX - x}` : `v${nextY - y}`;
        [x, y] = [nextX, nextY];
      }
      return `${path}z`;
    })
    .join('');
}

/**
 * Text for XML content; what XML 1.0 cannot carry (most control characters, lone surrogates)
 * becomes U+FFFD.
 */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
