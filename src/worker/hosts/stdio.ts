/** The language server over stdin and stdout for every other editor: platform in, server out. */
import { Transform } from 'node:stream';
import { createConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { createServer } from '../server';
import { checkFraming } from './checkFraming';
import { isForeign, repository } from './configSearch';
import { listFolders } from './listFolders';
import { nodeHost } from './nodeHost';
import { pathOf, readFolderInside, readInside, rootsOf, stampOf } from './readInside';

function read(uri: string, folders: readonly string[]): Uint8Array | null | undefined {
  const path = pathOf(uri);
  return path === undefined ? null : readInside(path, rootsOf(folders));
}

/** JSON has no bytes: every Uint8Array goes out as base64. */
const withBase64 = (message: unknown): string =>
  JSON.stringify(message, function (this: Record<string, unknown>, key, value) {
    const bytes = this[key];
    return bytes instanceof Uint8Array ? Buffer.from(bytes).toString('base64') : value;
  });

const contentTypeEncoder = {
  name: 'application/json',
  encode: async (message: unknown) => Buffer.from(withBase64(message)),
};
const wrongWith = checkFraming();
/**
 * The client's bytes as they come; the first that can be no message end the server, with the
 * reason.
 */
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
  ...nodeHost(__dirname),
  files: () => ({
    repository,
    isForeign,
    stamp: stampOf,
    read: async (uri, folders) => read(uri, folders),
    readFolder: async (uri, folders) => {
      const path = pathOf(uri);
      return path === undefined ? null : readFolderInside(path, rootsOf(folders));
    },
    list: listFolders,
  }),
});
connection.listen();
