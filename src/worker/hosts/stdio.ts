/** The language server over stdin and stdout for every other editor: platform in, server out. */
import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { createConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { createServer } from '../server';
import { checkFraming } from './checkFraming';
import { nodeQrHost } from './nodeQrHost';
import { pathOf, readInside, rootsOf } from './readInside';

/** Folders that hold other people's files. */
const SKIPPED = new Set(['node_modules', '.git', '.venv', 'vendor', 'dist']);
const MAX_FILES = 20_000;
function read(uri: string, folders: readonly string[]): Uint8Array | null | undefined {
  const path = pathOf(uri);
  return path === undefined ? null : readInside(path, rootsOf(folders));
}

/** A folder that cannot be read holds nothing for us. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function listFiles(folder: string, found: string[] = []): string[] {
  for (const entry of entriesOf(folder)) {
    if (found.length >= MAX_FILES) break;
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !SKIPPED.has(entry.name)) listFiles(path, found);
    else if (entry.isFile()) found.push(pathToFileURL(path).href);
  }
  return found;
}

/** JSON has no bytes: every Uint8Array goes out as base64. */
const withBase64 = (message: unknown): string =>
  JSON.stringify(message, function (this: Record<string, unknown>, key, value) {
    const bytes = this[key];
    return bytes instanceof Uint8Array ? Buffer.from(bytes).toString('base64') : value;
  });

const contentTypeEncoder = { name: 'application/json', encode: async (message: unknown) => Buffer.from(withBase64(message)) };
const wrongWith = checkFraming();
/** The client's bytes as they come; the first that can be no message end the server, with the reason. */
const checked = new Transform({
  transform(bytes: Buffer, _encoding, done) {
    const wrong = wrongWith(bytes);
    if (wrong === undefined) return done(null, bytes);
    process.stderr.write(`qr-code-master: ${wrong}\n`, () => process.exit(1));
  },
});
const connection = createConnection(
  new StreamMessageReader(process.stdin.pipe(checked)),
  new StreamMessageWriter(process.stdout, { contentTypeEncoder }),
);
createServer(connection, {
  ...nodeQrHost(__dirname),
  files: () => ({
    read: async (uri, folders) => read(uri, folders),
    list: async (folders) => folders.flatMap((uri) => pathOf(uri) ?? []).flatMap((folder) => listFiles(folder)),
  }),
});
connection.listen();
