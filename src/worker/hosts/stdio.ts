/** The language server over stdin and stdout for every other editor: platform in, server out. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { createServer } from '../server';
import { checkFraming } from './checkFraming';
import { nodeQrHost } from './nodeQrHost';
import { readRegularFile } from './readRegularFile';

/** Folders that hold other people's files. */
const SKIPPED = new Set(['node_modules', '.git', '.venv', 'vendor', 'dist']);
const MAX_FILES = 20_000;
/** Larger files are not read for the linter. */
const MAX_FILE_BYTES = 32 * 1024 * 1024;

function read(uri: string): Uint8Array | null {
  try {
    return uri.startsWith('file:') ? readRegularFile(fileURLToPath(uri), MAX_FILE_BYTES) : null;
  } catch {
    return null;
  }
}

function listFiles(folder: string, found: string[] = []): string[] {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
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
    read: async (uri) => read(uri),
    list: async (folders) => folders.filter((uri) => uri.startsWith('file:')).flatMap((uri) => listFiles(fileURLToPath(uri))),
  }),
});
connection.listen();
