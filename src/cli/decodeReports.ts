/** How `decode` prints its answers: one report per output format. */
import { type DecodedPicture, type DecodedSet, type DecodedSymbol, isPartOf } from '../worker/protocol/picture';
import type { PathPicture } from '../worker/protocol/pictureMethods';
import { joinParts, pictureTable } from '../worker/qr/read';
import { visible, visibleLine, visiblePath } from '../worker/text/visible';
import type { OutputFormat } from './decodeArguments';
import type { CliIo } from './io';
import { tell } from './tell';

/** Told of each picture in input order, then of the end. */
export interface DecodeReport {
  picture(path: string, picture: DecodedPicture): void;
  end(): void;
}

type Streams = Pick<CliIo, 'stdout' | 'stderr' | 'locale'>;

/** @param count how many pictures there are in all */
export const decodeReports: Record<OutputFormat, (io: Streams, count: number) => DecodeReport> = {
  text: (io, count) =>
    texts(io, (text, before = '', path = '') => {
      const name = count > 1 && path !== '' ? `${visiblePath(path)}: ` : before;
      io.stdout(`${visibleLine(name + visible(text))}\n`);
    }),
  raw: (io) => texts(io, (text) => io.stdout(text)),
  jsonl: (io) => ({
    picture: (path, picture) => io.stdout(pictureTable([{ path, picture }], 'jsonl')),
    end: () => undefined,
  }),
  json: (io) => {
    const pictures: PathPicture[] = [];
    return {
      picture: (path, picture) => void pictures.push({ path, picture }),
      end: () => io.stdout(pictureTable(pictures, 'json')),
    };
  },
};

/**
 * A text, and what a person wants to read before it: the number of a part, the path of the picture.
 */
type WriteText = (text: string, before?: string, path?: string) => void;

/** The parts of a set may stand in several pictures: their text is told when all were read. */
function texts(io: Streams, write: WriteText): DecodeReport {
  const parts: DecodedSymbol[] = [];
  return {
    picture(path, { symbols, error, notes = [], cutOff }) {
      const name = visiblePath(path);
      for (const { message } of notes) tell(io, `${name}: ${message}`);
      if (error) tell(io, `${name}: ${error.message}`);
      else if (cutOff && symbols.length) tell(io, `${name}: ${nothing[io.locale].more}`);
      else if (!symbols.length) tell(io, `${name}: ${nothing[io.locale][cutOff ? 'cutOff' : 'done']}`);
      for (const symbol of symbols) {
        if (symbol.part) parts.push(symbol);
        else write(symbol.text, undefined, path);
      }
    },
    end() {
      for (const set of joinParts(parts)) tellSet(io, write, set, parts);
    },
  };
}

/** The joined text; of a set with gaps what was read, in order, and what is missing. */
function tellSet(io: Streams, write: WriteText, set: DecodedSet, parts: DecodedSymbol[]): void {
  const { count, missing, text, parityHolds } = set;
  const say = sets[io.locale];
  if (text !== undefined) {
    write(text);
    tell(io, say.joined(count) + (parityHolds ? '' : parityHolds === undefined ? say.unchecked : say.mixed));
    return;
  }
  for (let index = 0; index < count; index++) {
    const found = parts.find((symbol) => symbol.part?.index === index && isPartOf(symbol, set));
    if (found) write(found.text, `${index + 1}/${count}: `);
  }
  tell(io, say.missing(missing.map((index) => index + 1).join(', '), count));
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
    mixed: '，但与生成时的文本不一致：混入了不同组的部分',
    unchecked: '；这些二维码不含校验值，无法证明它们属于同一组',
    missing: (numbers: string, count: number) => `一段分为 ${count} 个二维码的文本缺少以下部分：${numbers}`,
  },
} as const;

const nothing = {
  en: {
    done: 'no symbol found',
    cutOff: 'no symbol found before the time limit',
    more: 'the time limit ended the search: there may be more symbols',
  },
  'zh-cn': {
    done: '未找到二维码',
    cutOff: '在时间上限内未找到二维码',
    more: '已到时间上限，搜索提前结束：图片中可能还有其他二维码',
  },
} as const;
