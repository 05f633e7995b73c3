/**
 * A contact sheet as one HTML page: labelled symbols in a grid that breaks between rows when it is
 * printed on A4.
 */
import type { SheetEntry } from '../../protocol/batch';
import { escapeHtml } from '../../protocol/escapeHtml';
import type { Look } from '../render/look';
import { svg } from '../render/svg';
import { sheetColumns } from './columns';
import { cutLabel, printable } from './labels';

const style = (columns: number) =>
  '@page{size:A4;margin:12mm}body{margin:0;font:9pt/1.3 system-ui,sans-serif;color:#000;background:#fff}' +
  '@media screen{body{margin:8mm}}h1{font-size:12pt;margin:0 0 4mm}' +
  `main{display:grid;grid-template-columns:repeat(${columns},1fr);gap:5mm}` +
  'figure{margin:0;break-inside:avoid;text-align:center}' +
  'svg{width:100%;height:auto;display:block}figcaption{overflow-wrap:anywhere}';

/** In units of the type size: one line of A4; a set is called after its whole text. */
const titleWidth = 40;

/** Inside HTML an SVG needs no namespace, and so the page holds no address at all. */
const inHtml = (drawing: string): string => drawing.replace(' xmlns="http://www.w3.org/2000/svg"', '').trimEnd();

/** No script, no outside resource; every label is plain text. */
export function sheetHtml(title: string, entries: readonly SheetEntry[], look: Look): string {
  const figures = entries.map(({ symbol, label }) => {
    const words = printable(label);
    return `<figure>${inHtml(svg(symbol, { ...look, title: words }))}<figcaption>${escapeHtml(words)}</figcaption></figure>\n`;
  });
  const words = escapeHtml(cutLabel(title, titleWidth));
  return (
    `<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>${words}</title><style>${style(sheetColumns(entries, look))}</style></head>\n` +
    `<body><h1>${words}</h1><main>\n${figures.join('')}</main></body></html>\n`
  );
}
