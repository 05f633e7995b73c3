/**
 * The server's requests for batches: what one would make, its files piece by piece, and sheets to
 * print.
 */
import { type Connection, ResponseError } from 'vscode-languageserver';
import type { BatchParams, BatchPiece, BatchSource, BatchSymbols, SheetEntry, SheetParams } from '../protocol/batch';
import { asFailure } from '../protocol/errors';
import type { Locale } from '../protocol/finding';
import { moveWith } from '../protocol/messagePort';
import { batchMethod, batchPreviewMethod, batchSymbolsMethod, sheetMethod } from '../protocol/methods';
import { MASK } from '../protocol/payload';
import { extensions } from '../protocol/style';
import type { QrSymbol } from '../protocol/symbol';
import { type BatchPlan, type Making, makeSymbol, planBatch, render, resolveLook, sheet } from '../qr';
import { givingWay } from './givingWay';
import { lastPlan } from './lastPlan';
import { onMethod } from './onMethod';
import type { QrHost } from './qrService';

const MOST_PREVIEWED = 100;
const PIECE = 100;

export function batchService(connection: Connection, host: QrHost, locale: Locale): void {
  const remembered = lastPlan(planBatch);
  /** The plan, or an answer that says in the user's language why there is none. */
  const plan = (source: BatchSource): BatchPlan => {
    try {
      return remembered(source);
    } catch (error) {
      const { code, message, data } = asFailure(error, locale);
      throw new ResponseError(-32803, message, { code, ...data });
    }
  };
  /** Makes some rows and reads each back; `take` gets what was made. */
  const make = async (
    rows: BatchPlan['rows'],
    making: Making,
    take: (row: BatchPlan['rows'][number], symbol: QrSymbol, secret: boolean) => void,
  ): Promise<BatchPiece['failures']> => {
    const { zxing } = await host.engine();
    const failures: BatchPiece['failures'] = [];
    const next = givingWay();
    for (const row of rows) {
      try {
        const { text, secret } = row.content();
        take(row, makeSymbol(text, making, zxing).symbol, secret);
      } catch (error) {
        failures.push({ line: row.line, name: row.name, error: asFailure(error, locale) });
      }
      await next();
    }
    return failures;
  };

  onMethod(connection, batchPreviewMethod, (source: BatchSource) => {
    const { columns, likeliest, encoding, rows } = plan(source);
    const shown = rows.slice(0, MOST_PREVIEWED).map(({ line, name, content }) => {
      try {
        const { text, secret } = content();
        return { line, name, text: secret ? MASK : text, secret };
      } catch (error) {
        return { line, name, text: '', secret: false, error: asFailure(error, locale) };
      }
    });
    return {
      columns,
      ...(likeliest !== undefined && { likeliest }),
      ...(encoding !== undefined && { encoding }),
      count: rows.length,
      rows: shown,
    };
  });

  onMethod(
    connection,
    batchMethod,
    async ({ from, take = PIECE, format, options, render: look, ...source }: BatchParams) => {
      const { rows } = plan(source);
      const files: BatchPiece['files'] = [];
      const failures = await make(
        rows.slice(from, from + take),
        { options, look, format },
        ({ line, name }, symbol, secret) =>
          files.push({ line, name: name + extensions[format], secret, bytes: render(symbol, format, look) }),
      );
      const piece: BatchPiece = { files, failures, ...after(from + take, rows.length) };
      return moveWith(
        piece,
        files.map(({ bytes }) => bytes),
      );
    },
  );

  onMethod(
    connection,
    batchSymbolsMethod,
    async ({ from, take = PIECE, options, render: look, ...source }: Omit<BatchParams, 'format'>) => {
      const { rows } = plan(source);
      const entries: SheetEntry[] = [];
      const failures = await make(rows.slice(from, from + take), { options, look }, ({ name: label }, symbol) =>
        entries.push({ symbol, label }),
      );
      const piece: BatchSymbols = { entries, failures, ...after(from + take, rows.length) };
      return moveWith(
        piece,
        entries.map(({ symbol }) => symbol.modules),
      );
    },
  );

  onMethod(connection, sheetMethod, ({ entries, render: look, format, title = '' }: SheetParams) => {
    const bytes = sheet(format, title, entries, resolveLook(look));
    return moveWith({ bytes }, [bytes]);
  });
}

const after = (next: number, count: number): { count: number; next?: number } => ({
  count,
  ...(next < count && { next }),
});
