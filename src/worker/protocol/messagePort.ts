/**
 * JSON-RPC over anything that passes structured clones: reader and writer for both ends of a
 * worker, without the network parts of the node entry.
 */
import { AbstractMessageReader, AbstractMessageWriter, Emitter, type Message } from 'vscode-jsonrpc';

/**
 * One end of a worker: the thread seen from outside, or the port to the parent seen from inside.
 */
export interface MessageLink {
  send(message: unknown, transfer: ArrayBuffer[]): void;
  onMessage(listener: (message: unknown) => void): void;
  onClose(listener: () => void): void;
}

const moved = new WeakMap<object, ArrayBuffer[]>();

/**
 * Says that the buffers of these arrays may be moved instead of copied when `value` is sent as
 * params or as result. Views of a larger buffer are copied.
 */
export function moveWith<T extends object>(value: T, arrays: Uint8Array[]): T {
  const whole = arrays.filter(
    (a) => a.byteOffset === 0 && a.byteLength === a.buffer.byteLength && a.buffer instanceof ArrayBuffer,
  );
  moved.set(value, [...new Set(whole.map((a) => a.buffer as ArrayBuffer))]);
  return value;
}

class LinkReader extends AbstractMessageReader {
  private readonly data = new Emitter<Message>();
  constructor(link: MessageLink) {
    super();
    link.onMessage((message) => this.data.fire(message as Message));
    link.onClose(() => this.fireClose());
  }
  listen(callback: (message: Message) => void) {
    return this.data.event(callback);
  }
}

class LinkWriter extends AbstractMessageWriter {
  constructor(private readonly link: MessageLink) {
    super();
    link.onClose(() => this.fireClose());
  }
  async write(message: Message): Promise<void> {
    const { params, result } = message as { params?: unknown; result?: unknown };
    const body = params ?? result;
    const transfer = typeof body === 'object' && body !== null ? (moved.get(body) ?? []) : [];
    try {
      this.link.send(message, transfer);
    } catch (error) {
      this.fireError(error, message, 1);
      throw error;
    }
  }
  end(): void {}
}

/** The transports that `createProtocolConnection` and a language client take. */
export const linkTransports = (link: MessageLink) => ({ reader: new LinkReader(link), writer: new LinkWriter(link) });
