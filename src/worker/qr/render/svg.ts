/** A symbol as SVG: the light ground, then all dark modules as one path. */
import type { QrSymbol } from '../../protocol/symbol';
import type { Look } from './look';
import { outlines } from './outline';

/** A complete SVG document; one unit is one module, `scale` gives its size in pixels. */
export function svg(symbol: QrSymbol, look: Look): string {
  const side = symbol.size + 2 * look.marginModules;
  const pixels = side * look.scale;
  const title = look.title === undefined ? '' : `<title>${escapeXml(look.title)}</title>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels}" height="${pixels}" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges" role="img">` +
    `${title}<path fill="${look.light}" d="M0 0h${side}v${side}H0z"/><path fill="${look.dark}" d="${darkPath(symbol, look.marginModules)}"/></svg>\n`
  );
}

/** The path data of all dark modules, `offset` modules from the top left. */
export function darkPath(symbol: Pick<QrSymbol, 'size' | 'modules'>, offset: number): string {
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

/** Text for XML content; what XML 1.0 cannot carry (most control characters, lone surrogates) becomes U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
