/** Tells the client of each configuration that holds for a document: once for each of its texts. */
import type { Connection } from 'vscode-languageserver';
import type { CheckerParts } from '../compliance/index';
import { configUsedNotification } from '../protocol/checked';
import { sha256Hex } from '../text/sha256Hex';

export function tellsConfigs(connection: Pick<Connection, 'sendNotification'>): NonNullable<CheckerParts['uses']> {
  /** By address. */
  const told = new Map<string, string>();
  return ({ uri, text }) => {
    if (told.get(uri) === text) return;
    told.set(uri, text);
    const bytes = new TextEncoder().encode(text);
    void sha256Hex(bytes).then((sha256) =>
      connection.sendNotification(configUsedNotification.method, { uri, sha256, bytes: bytes.length }),
    );
  };
}
