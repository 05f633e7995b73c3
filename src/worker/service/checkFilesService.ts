/** Findings of many files at once, for a client that looks through its workspace itself. */
import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { Locale } from '../protocol/finding';
import { checkFilesMethod } from '../protocol/methods';
import { goOn } from './goOn';
import { inLanes } from './inLanes';
import { onMethod } from './onMethod';

interface Parts {
  connection: Connection;
  locale: Locale;
  /** Undefined: it is no deployment file. */
  diagnosticsAt(uri: string): Promise<Diagnostic[] | undefined>;
}

export function checkFilesService({ connection, locale, diagnosticsAt }: Parts): void {
  onMethod(connection, checkFilesMethod, async ({ uris }, cancel) => {
    const checked = new Map<string, Diagnostic[]>();
    await inLanes(uris, async (uri) => {
      goOn(cancel, locale);
      const diagnostics = await diagnosticsAt(uri);
      if (diagnostics) checked.set(uri, diagnostics);
    });
    // In the order that was asked for.
    const files = uris.flatMap((uri) => {
      const diagnostics = checked.get(uri);
      return diagnostics ? { uri, diagnostics } : [];
    });
    return { files };
  });
}
