/** Standard input and output as the protocol's library wants its streams. */
import type { Readable, Writable } from 'node:stream';

/** As the event functions of the library: the listener is removed by `dispose`. */
const on =
  <Value>(stream: Readable | Writable, event: string) =>
  (listener: (value: Value) => void) => {
    stream.on(event, listener);
    return { dispose: () => void stream.off(event, listener) };
  };

export const inputOf = (stream: Readable) => ({
  onData: on<Uint8Array>(stream, 'data'),
  onClose: on<void>(stream, 'close'),
  onError: on<unknown>(stream, 'error'),
  onEnd: on<void>(stream, 'end'),
});

export const outputOf = (stream: Writable) => ({
  onClose: on<void>(stream, 'close'),
  onError: on<unknown>(stream, 'error'),
  onEnd: on<void>(stream, 'end'),
  write: (data: Uint8Array | string) =>
    new Promise<void>((resolve, reject) => {
      stream.write(data, (error) => (error ? reject(error) : resolve()));
    }),
  end: () => void stream.end(),
});
