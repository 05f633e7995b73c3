/** A symbol as a PDF page of its own size, drawn as vectors. */
import type { QrSymbol } from '../../protocol/symbol';
import { contours } from './contours';
import { logoBox } from './logo';
import { isPlain, type Look, rgb } from './look';
import { outlines } from './outline';
import { pdfContent, pdfFile, pdfText } from './pdfFile';
import { pdfImage } from './pdfImage';

/**
 * A CSS pixel is 1/96 inch, a point 1/72, so that the page is as large as the SVG of the same look.
 */
const pointsPerPixel = 0.75;

/**
 * A PDF file of one page; the title, if any, stands in the document information. @throws
 * logo-too-large
 */
export function pdf(symbol: QrSymbol, look: Look): Uint8Array {
  const side = symbol.size + 2 * look.marginModules;
  const points = number(side * look.scale * pointsPerPixel);
  const scale = look.scale * pointsPerPixel;
  const content = `${number(scale)} 0 0 ${number(-scale)} 0 ${points} cm\n${symbolOperators(symbol, look)}`;
  return pdfFile(
    [{ width: points, height: points, content: pdfContent(content) }],
    look.title === undefined ? {} : { Title: pdfText(look.title) },
    logoImages(look),
  );
}

/**
 * Content stream operators that draw ground, dark areas and logo (the page's /I0) in units of a
 * module, y downwards, from 0 0 at the top left.
 */
export function symbolOperators(symbol: QrSymbol, look: Look): string {
  const side = symbol.size + 2 * look.marginModules;
  return `${fill(look.light)}\n0 0 ${side} ${side} re f\n${fill(look.dark)}\n${darkOperators(symbol, look)}${logoOperators(symbol, look)}`;
}

/** The image object that symbolOperators draw, if any. */
export const logoImages = ({ logo, light }: Look): string[] => (logo ? [pdfImage(logo.pixels, rgb(light))] : []);

/**
 * Operators that fill the dark areas in units of a module, y downwards, from 0 0 at the top left of
 * the quiet zone.
 */
function darkOperators(symbol: QrSymbol, look: Look): string {
  const at = (point: readonly number[]) => point.map((value) => number(value + look.marginModules)).join(' ');
  const line = (point: readonly number[]) => `${at(point)} l`;
  const drawn = isPlain(look)
    ? outlines(symbol).map(([start, ...rest]) => [`${at(start!)} m`, ...rest.map(line)])
    : contours(symbol, look).map(({ start, steps }) => [
        `${at(start)} m`,
        ...steps.map((step) => (step.length === 1 ? line(step[0]) : `${step.map(at).join(' ')} c`)),
      ]);
  return `${drawn.map((operators) => `${operators.join('\n')}\nh\n`).join('')}f*\n`;
}

/** The image of the file's only image object; its own y goes upwards. */
function logoOperators({ size }: QrSymbol, { logo, marginModules }: Look): string {
  if (!logo) return '';
  const { left, top, width, height } = logoBox(size, logo);
  return `${number(width)} 0 0 ${number(-height)} ${number(left + marginModules)} ${number(top + height + marginModules)} cm\n/I0 Do\n`;
}

const fill = (colour: string): string =>
  `${rgb(colour)
    .map((value) => number(value / 255))
    .join(' ')} rg`;

/** A PDF number: no exponent, at most four decimals. */
export const number = (value: number): string => String(Number(value.toFixed(4)));
