/** The server's requests for batches: what one would make, its files piece by piece, and sheets to print. */
import { type Connection, ResponseError } from 'vscode-languageserver';
import type { BatchParams, BatchPiece, BatchSource, ContactSheetParams } from './protocol/batch';
import { asFailure } from './protocol/errors';
import type { Locale } from './protocol/finding';
import { moveWith } from './protocol/messagePort';
import { batchMethod, batchPreviewMethod, contactSheetMethod } from './protocol/methods';
import type { RenderOptions } from './protocol/style';
import type { EncodeOptions, QrSymbol } from './protocol/symbol';
import { type BatchPlan, planBatch } from './qr/batch/plan';
import { encode } from './qr/encode';
import { holdsSecret } from './qr/payloads';
import { resolveLook } from './qr/render/look';
import { extensions, render } from './qr/render/render';
import { type SheetEntry, sheetHtml } from './qr/sheet/sheetHtml';
import { sheetPdf } from './qr/sheet/sheetPdf';
import { verify } from './qr/verify';
import type { QrHost } from './qrService';

const MOST_PREVIEWED = 100;
const PIECE = 100;
const MASK = '••••••••';

export function batchService(connection: Connection, host: QrHost, locale: Locale): void {
  /** The plan, or an answer that says in the user's language why there is none. */
  const plan = (source: BatchSource): BatchPlan => {
    try {
      return planBatch(source);
    } catch (error) {
      const { code, message, data } = asFailure(error, locale);
      throw new ResponseError(-32803, message, { code, ...data });
    }
  };
  /** Makes some rows and reads each back; `take` gets what was made. */
  const make = async (
    rows: BatchPlan['rows'],
    options: EncodeOptions | undefined,
    look: RenderOptions | undefined,
    take: (row: BatchPlan['rows'][number], symbol: QrSymbol) => void,
  ): Promise<BatchPiece['failures']> => {
    const { zxing } = await host.engine();
    const failures: BatchPiece['failures'] = [];
    for (const row of rows)
      try {
        const text = row.text();
        const { symbol } = encode(text, options);
        verify(symbol, new TextEncoder().encode(text), zxing, look);
        take(row, symbol);
      } catch (error) {
        failures.push({ line: row.line, name: row.name, error: asFailure(error, locale) });
      }
    return failures;
  };

  connection.onRequest(batchPreviewMethod.method, (source: BatchSource) => {
    const { columns, encoding, rows } = plan(source);
    const shown = rows.slice(0, MOST_PREVIEWED).map(({ line, name, text }) => {
      try {
        const value = text();
        return { line, name, text: holdsSecret(value) ? MASK : value };
      } catch (error) {
        return { line, name, text: '', error: asFailure(error, locale) };
      }
    });
    return { columns, ...(encoding !== undefined && { encoding }), count: rows.length, rows: shown };
  });

  connection.onRequest(batchMethod.method, async ({ from, take = PIECE, format, options, render: look, ...source }: BatchParams) => {
    const { rows } = plan(source);
    const files: BatchPiece['files'] = [];
    const failures = await make(rows.slice(from, from + take), options, look, ({ line, name }, symbol) =>
      files.push({ line, name: name + extensions[format], bytes: render(symbol, format, look) }),
    );
    const next = from + take;
    const piece: BatchPiece = { files, failures, count: rows.length, ...(next < rows.length && { next }) };
    return moveWith(
      piece,
      files.map(({ bytes }) => bytes),
    );
  });

  connection.onRequest(contactSheetMethod.method, async ({ options, render: look, format, title = '', ...source }: ContactSheetParams) => {
    const entries: SheetEntry[] = [];
    const failures = await make(plan(source).rows, options, look, ({ name }, symbol) => entries.push({ symbol, label: name }));
    const drawn = resolveLook(look);
    const bytes = format === 'pdf' ? sheetPdf(title, entries, drawn) : new TextEncoder().encode(sheetHtml(title, entries, drawn));
    return moveWith({ bytes, failures }, [bytes]);
  });
}
