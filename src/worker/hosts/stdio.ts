/** The language server over stdin and stdout for every other editor: platform in, server out. */
import { Console } from 'node:console';
import { Transform } from 'node:stream';
import { checkFraming } from './checkFraming';
import { ReadableStreamMessageReader, serve, WriteableStreamMessageWriter } from './nodeServer';
import { parentWatch } from './parentWatch';
import { inputOf, outputOf } from './stdioStreams';

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
// Standard output belongs to the protocol.
globalThis.console = new Console(process.stderr);

const input = process.stdin.pipe(checked);
const streams = {
  reader: new ReadableStreamMessageReader(inputOf(input)),
  writer: new WriteableStreamMessageWriter(outputOf(process.stdout), { contentTypeEncoder }),
};
const watchDog = parentWatch((code) => process.exit(code));
serve(__dirname, streams, watchDog, false);
