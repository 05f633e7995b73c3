/** A contact sheet as a PDF of A4 pages, twenty labelled symbols a page, drawn as vectors. */
import type { Look } from '../render/look';
import { logoImages, number, symbolOperators } from '../render/pdf';
import { type PdfPage, pdfFile, pdfText } from '../render/pdfFile';
import { cutLabel } from './labels';
import type { SheetEntry } from './sheetHtml';

/** Points. */
const page = { width: 595.28, height: 841.89, edge: 36, head: 22 };
const grid = { columns: 4, rows: 5 };
const cell = { width: (page.width - 2 * page.edge) / grid.columns, height: (page.height - 2 * page.edge - page.head) / grid.rows };
const labelSize = 8;
const symbolSide = Math.min(cell.width - 10, cell.height - 22);
const perPage = grid.columns * grid.rows;

export function sheetPdf(title: string, entries: readonly SheetEntry[], look: Look): Uint8Array {
  const pages: PdfPage[] = [];
  for (let start = 0; start < entries.length || start === 0; start += perPage) {
    const head = label(
      `${title} (${start / perPage + 1}/${Math.max(1, Math.ceil(entries.length / perPage))})`,
      page.edge,
      page.height - page.edge - 10,
      11,
      45,
    );
    const cells = entries.slice(start, start + perPage).map((entry, i) => cellOperators(entry, i, look));
    pages.push({ width: number(page.width), height: number(page.height), content: head + cells.join('') });
  }
  return pdfFile(pages, { Title: pdfText(title) }, logoImages(look));
}

function cellOperators({ symbol, label: words }: SheetEntry, index: number, look: Look): string {
  const left = page.edge + (index % grid.columns) * cell.width;
  const top = page.height - page.edge - page.head - Math.floor(index / grid.columns) * cell.height;
  const unit = number(symbolSide / (symbol.size + 2 * look.marginModules));
  const x = number(left + (cell.width - symbolSide) / 2);
  return (
    `q ${unit} 0 0 -${unit} ${x} ${number(top)} cm\n${symbolOperators(symbol, look)}Q\n` +
    label(words, left + 5, top - symbolSide - 11, labelSize, (cell.width - 10) / labelSize)
  );
}

/** One line of black text; Latin in Helvetica, everything else in a font that PDF readers bring for Chinese. */
function label(text: string, x: number, y: number, size: number, width: number): string {
  const words = cutLabel(text, width);
  const latin = /^[\x20-\x7e]*$/.test(words);
  const shown = latin
    ? `(${words.replace(/[\\()]/g, '\\$&')})`
    : `<${[...words].map((c) => (c.length === 1 ? c : '?').charCodeAt(0).toString(16).padStart(4, '0')).join('')}>`;
  return `BT 0 g /${latin ? 'F1' : 'F2'} ${size} Tf ${number(x)} ${number(y)} Td ${shown} Tj ET\n`;
}
