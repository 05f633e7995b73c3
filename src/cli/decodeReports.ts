/** How `decode` prints its answers: one report per output format. */
import type { DecodedPicture, DecodedSet, DecodedSymbol } from '../worker/protocol/picture';
import { joinParts } from '../worker/qr/decode/joinParts';
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
  text: (io, count) => {
    const parts: DecodedSymbol[] = [];
    return {
      picture(path, { symbols, error, notes = [], cutOff }) {
        for (const { message } of notes) io.stderr(`${path}: ${message}\n`);
        if (error) io.stderr(`${path}: ${error.message}\n`);
        else if (cutOff && symbols.length) io.stderr(`${path}: ${nothing[io.locale].more}\n`);
        else if (!symbols.length) io.stderr(`${path}: ${nothing[io.locale][cutOff ? 'cutOff' : 'done']}\n`);
        for (const symbol of symbols) {
          if (symbol.part) parts.push(symbol);
          else io.stdout(count > 1 ? `${path}: ${symbol.text}\n` : `${symbol.text}\n`);
        }
      },
      // The parts of a set may stand in several pictures: their text is told when all were read.
      end() {
        for (const set of joinParts(parts)) tellSet(io, set, parts);
      },
    };
  },
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

/** The joined text; of a set with gaps what was read, in order, and what is missing. */
function tellSet(io: Streams, { count, parity, missing, text, parityHolds }: DecodedSet, parts: DecodedSymbol[]): void {
  const say = sets[io.locale];
  if (text !== undefined) {
    io.stdout(`${text}\n`);
    io.stderr(`${say.joined(count)}${parityHolds ? '' : parityHolds === undefined ? say.unchecked : say.mixed}\n`);
    return;
  }
  for (let index = 0; index < count; index++) {
    const found = parts.find(({ part }) => part?.index === index && part.count === count && part.parity === parity);
    if (found) io.stdout(`${index + 1}/${count}: ${found.text}\n`);
  }
  io.stderr(`${say.missing(missing.map((index) => index + 1).join(', '), count)}\n`);
}

const sets = {
  en: {
    joined: (count: number) => `joined from ${count} symbols`,
    mixed: ', but the text is not the one they were made of: parts of different sets were mixed',
    unchecked: '; they carry no check value, so nothing proves that they belong together',
    missing: (numbers: string, count: number) => `of a text over ${count} symbols these parts are missing: ${numbers}`,
  },
  'zh-cn': {
    joined: (count: number) => `由 ${count} 个二维码合并而成`,
    mixed: ',但与生成时的文本不一致:混入了不同组的部分',
    unchecked: '；这些二维码不含校验值，无法证明它们属于同一组',
    missing: (numbers: string, count: number) => `一段分为 ${count} 个二维码的文本缺少以下部分:${numbers}`,
  },
} as const;

const nothing = {
  en: {
    done: 'no symbol found',
    cutOff: 'no symbol found before the time limit',
    more: 'the time limit ended the search: there may be more symbols',
  },
  'zh-cn': { done: '未找到二维码', cutOff: '在时间上限内未找到二维码', more: '已到时间上限，搜索提前结束：图片中可能还有其他二维码' },
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
