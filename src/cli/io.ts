/**
 * What a command of the command line may touch: its streams and the folder of its own files. Tests
 * give their own.
 */
import type { Locale } from '../worker/protocol/finding';
import type { Noted } from './notedOperations';

export interface CliIo {
  /** Data only. */
  stdout(data: string | Uint8Array): void;
  /** Everything that is not data. */
  stderr(text: string): void;
  stdin(): Promise<Uint8Array>;
  /** stderr is a terminal: progress may be drawn. */
  isTty: boolean;
  locale: Locale;
  /** Folder of the bundles: decodeWorker.js, stdio.js and zxing_reader.wasm lie there. */
  distDir: string;
  /** Takes what was done down for the operation log. */
  note?(noted: Noted): void;
}
