/** Asked between two pieces of work: whether anybody still waits for it. */
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { asFailure, fault } from '../protocol/errors';
import type { Locale } from '../protocol/finding';

/** @throws ResponseError `RequestCancelled` when nobody does */
export function goOn(cancel: CancellationToken, locale: Locale): void {
  if (cancel.isCancellationRequested)
    throw new ResponseError(LSPErrorCodes.RequestCancelled, asFailure(fault('cancelled'), locale).message);
}
