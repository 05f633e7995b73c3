/** A labelled overview of symbols to print on A4. */
import type { SheetEntry, SheetParams } from '../../protocol/batch';
import type { Look } from '../render/look';
import { sheetHtml } from './sheetHtml';
import { sheetPdf } from './sheetPdf';

/** The file's bytes. @throws logo-too-large */
export const sheet = (
  format: SheetParams['format'],
  title: string,
  entries: readonly SheetEntry[],
  look: Look,
): Uint8Array =>
  format === 'pdf' ? sheetPdf(title, entries, look) : new TextEncoder().encode(sheetHtml(title, entries, look));
