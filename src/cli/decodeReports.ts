/** How `decode` prints its answers: one report per output format. */
import type { DecodedPicture, DecodedSymbol } from '../worker/protocol/picture';
import type { OutputFormat } from './decodeArgs';
import type { CliIo } from './io';

/** Told of each picture in input order, then of the end. */
export interface DecodeReport {
  picture(path: string, picture: DecodedPicture): void;
  end(): void;
}

type Streams = Pick<CliIo, 'stdout' | 'stderr' | 'locale'>;

/** @param count how many pictures there are in all */
export const decodeReports: Record<OutputFormat, (io: Streams, count: number) => DecodeReport> = {
  text: (io, count) => ({
    picture(path, { symbols, error, notes = [], cutOff }) {
      for (const { message } of notes) io.stderr(`${path}: ${message}\n`);
      if (error) io.stderr(`${path}: ${error.message}\n`);
      else if (!symbols.length) io.stderr(`${path}: ${nothing[io.locale][cutOff ? 'cutOff' : 'done']}\n`);
      for (const { text } of symbols) io.stdout(count > 1 ? `${path}: ${text}\n` : `${text}\n`);
    },
    end: () => undefined,
  }),
  jsonl: (io) => ({
    picture: (path, picture) => io.stdout(`${JSON.stringify(toJson(path, picture))}\n`),
    end: () => undefined,
  }),
  json: (io) => {
    const pictures: unknown[] = [];
    return {
      picture: (path, picture) => void pictures.push(toJson(path, picture)),
      end: () => io.stdout(`${JSON.stringify(pictures, null, 2)}\n`),
    };
  },
};

const nothing = {
  en: { done: 'no symbol found', cutOff: 'no symbol found before the time limit' },
  'zh-cn': { done: '未找到二维码', cutOff: '在时间上限内未找到二维码' },
} as const;

const toJson = (path: string, { symbols, ms, error, ...rest }: DecodedPicture) => ({
  path,
  ...rest,
  ms: Math.round(ms * 10) / 10,
  symbols: symbols.map(symbolJson),
  ...(error && { error }),
});

const symbolJson = ({ text, bytes, corners, ...rest }: DecodedSymbol) => ({
  text,
  bytesBase64: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  ...rest,
  corners: corners.map((point) => point.map((v) => Math.round(v * 10) / 10)),
});
