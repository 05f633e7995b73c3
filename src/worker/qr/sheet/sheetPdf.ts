/**
 * A contact sheet as a PDF of A4 pages, four to twenty labelled symbols a page, drawn as vectors.
 */
import type { SheetEntry } from '../../protocol/batch';
import type { Look } from '../render/look';
import { logoImages, number, symbolOperators } from '../render/pdf';
import { type PdfPage, pdfContent, pdfFile, pdfText } from '../render/pdfFile';
import { sheetColumns } from './columns';
import { cutLabel, labelWidth } from './labels';

/** Points. */
const page = { width: 595.28, height: 841.89, edge: 36, head: 22 };
const labelSize = 8;
/** In units of its type size. */
const titleWidth = 40;
const gap = 10;
const labelHeight = 22;

interface Grid {
  columns: number;
  rows: number;
  width: number;
  height: number;
  /** Of a symbol with its quiet zone. */
  side: number;
}

/** Cells as wide as so many columns leave them, and as many rows of them as a page holds. */
function gridOf(columns: number): Grid {
  const width = (page.width - 2 * page.edge) / columns;
  const side = width - gap;
  const room = page.height - 2 * page.edge - page.head;
  const rows = Math.floor(room / (side + labelHeight));
  return { columns, rows, width, height: room / rows, side };
}

export function sheetPdf(title: string, entries: readonly SheetEntry[], look: Look): Uint8Array {
  const pages: PdfPage[] = [];
  const grid = gridOf(sheetColumns(entries, look));
  const perPage = grid.columns * grid.rows;
  for (let start = 0; start < entries.length || start === 0; start += perPage) {
    const pageNumber = `(${start / perPage + 1}/${Math.max(1, Math.ceil(entries.length / perPage))})`;
    const head = label(
      `${cutLabel(title, titleWidth)} ${pageNumber}`.trimStart(),
      page.edge,
      page.height - page.edge - 10,
      11,
    );
    const cells = entries.slice(start, start + perPage).map((entry, i) => cellOperators(entry, i, grid, look));
    pages.push({ width: number(page.width), height: number(page.height), content: pdfContent(head + cells.join('')) });
  }
  return pdfFile(pages, { Title: pdfText(title) }, logoImages(look));
}

function cellOperators(entry: SheetEntry, index: number, { columns, width, height, side }: Grid, look: Look): string {
  const left = page.edge + (index % columns) * width;
  const top = page.height - page.edge - page.head - Math.floor(index / columns) * height;
  const unit = number(side / (entry.symbol.size + 2 * look.marginModules));
  const x = number(left + gap / 2);
  const words = cutLabel(entry.label, side / labelSize);
  const indent = Math.max(0, (side - labelWidth(words) * labelSize) / 2);
  return (
    `q ${unit} 0 0 -${unit} ${x} ${number(top)} cm\n${symbolOperators(entry.symbol, look)}Q\n` +
    label(words, left + gap / 2 + indent, top - side - 11, labelSize)
  );
}

/**
 * What Helvetica has in common with Unicode (WinAnsiEncoding, ISO 32000-1 annex D.2), and
 * everything else.
 */
const runs = /[\x20-\x7e\xa1-\xff]+|[^\x20-\x7e\xa1-\xff]+/g;

/**
 * One line of black text: western Latin in Helvetica, everything else in a font that PDF readers
 * bring for Chinese.
 */
function label(text: string, x: number, y: number, size: number): string {
  const shown = (text.match(runs) ?? []).map((run) =>
    run.charCodeAt(0) <= 0xff ? `/F1 ${size} Tf (${latin(run)}) Tj` : `/F2 ${size} Tf <${ucs2(run)}> Tj`,
  );
  return `BT 0 g ${number(x)} ${number(y)} Td ${shown.join(' ')} ET\n`;
}

/** A literal string, whose bytes beyond ASCII are octal (§7.3.4.2). */
const latin = (text: string): string =>
  text.replace(/[\\()]/g, '\\$&').replace(/[^\x20-\x7e]/g, (character) => `\\${character.charCodeAt(0).toString(8)}`);

/** The font knows the basic plane only. */
const ucs2 = (text: string): string =>
  [...text]
    .map((character) => (character.length === 1 ? character : '\u25a1').charCodeAt(0).toString(16).padStart(4, '0'))
    .join('');
