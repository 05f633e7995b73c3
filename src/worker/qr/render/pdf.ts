/** A symbol as a PDF page of its own size, drawn as vectors. */
import type { QrSymbol } from '../../protocol/symbol';
import { type Look, rgb } from './look';
import { outlines } from './outline';
import { pdfFile, pdfText } from './pdfFile';

/** A CSS pixel is 1/96 inch, a point 1/72, so that the page is as large as the SVG of the same look. */
const pointsPerPixel = 0.75;

/** A PDF file of one page; the title, if any, stands in the document information. */
export function pdf(symbol: QrSymbol, look: Look): Uint8Array {
  const side = symbol.size + 2 * look.marginModules;
  const points = number(side * look.scale * pointsPerPixel);
  const content = `${number(look.scale * pointsPerPixel)} 0 0 ${number(-look.scale * pointsPerPixel)} 0 ${points} cm\n${symbolOperators(symbol, look)}`;
  return pdfFile([{ width: points, height: points, content }], look.title === undefined ? {} : { Title: pdfText(look.title) });
}

/** Content stream operators that draw ground and modules in units of a module, y downwards, from 0 0 at the top left. */
export function symbolOperators(symbol: Pick<QrSymbol, 'size' | 'modules'>, { marginModules, dark, light }: Look): string {
  const side = symbol.size + 2 * marginModules;
  const loops = outlines(symbol).map((loop) =>
    loop.map(([x, y], i) => `${x + marginModules} ${y + marginModules} ${i === 0 ? 'm' : 'l'}`).join('\n'),
  );
  return `${fill(light)}\n0 0 ${side} ${side} re f\n${fill(dark)}\n${loops.join('\nh\n')}\nh f\n`;
}

const fill = (colour: string): string =>
  `${rgb(colour)
    .map((value) => number(value / 255))
    .join(' ')} rg`;

/** A PDF number: no exponent, at most four decimals. */
export const number = (value: number): string => String(Number(value.toFixed(4)));
