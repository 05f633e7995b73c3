/**
 * What was read of each picture file, so that a file that has not changed is not decoded again. No
 * secret is in it: of a picture that holds one nothing is kept but that.
 */
import type { DecodedPicture, DecodedSymbol } from '../../worker/protocol/picture';
import { base64 } from '../../worker/text/base64';

/** What a file system tells of a file without reading it. */
export interface FileStamp {
  /** Milliseconds since 1970; 0 where that is not known. */
  mtime: number;
  size: number;
}

export interface PictureCache {
  /** By time and size alone. */
  withStamp(uri: string, stamp: FileStamp): DecodedPicture | undefined;
  /** By content: the file may have been moved, copied or written anew. */
  withHash(uri: string, stamp: FileStamp, hash: string): DecodedPicture | undefined;
  keep(uri: string, stamp: FileStamp, hash: string, picture: DecodedPicture): void;
  /** Whether anything was learnt since the beginning, or since `text` was asked. */
  isChanged(): boolean;
  /** As a file's content. */
  text(): string;
}

type KeptSymbol = Omit<DecodedSymbol, 'bytes'> & { bytes: string };
/** Null: it holds a secret. */
type Kept = (Omit<DecodedPicture, 'symbols'> & { symbols: KeptSymbol[] }) | null;
type KnownFile = FileStamp & { hash: string };

const MAX_FILES = 50_000;
/** Characters of all that is kept of pictures. */
const MAX_CHARACTERS = 16_000_000;

/**
 * @param reader what else the answers depend on: version and settings
 * @param saved what `text` once gave; anything else is passed over
 */
export function pictureCache(reader: string, saved = ''): PictureCache {
  const files = new Map<string, KnownFile>();
  const results = new Map<string, string>();
  let characters = 0;
  let isChanged = false;

  const put = (hash: string, text: string) => {
    const before = results.get(hash);
    isChanged ||= before !== text;
    characters += text.length - (before?.length ?? 0);
    results.delete(hash);
    results.set(hash, text);
    for (const [oldest, old] of results) {
      if (characters <= MAX_CHARACTERS) break;
      results.delete(oldest);
      characters -= old.length;
    }
  };
  const putFile = (uri: string, file: KnownFile) => {
    const before = files.get(uri);
    isChanged ||= before?.mtime !== file.mtime || before.size !== file.size || before.hash !== file.hash;
    files.delete(uri);
    files.set(uri, file);
    for (const [oldest] of files) {
      if (files.size <= MAX_FILES) break;
      files.delete(oldest);
    }
  };
  const result = (hash: string) => {
    const text = results.get(hash);
    return text === undefined ? undefined : revived(text);
  };

  for (const [kind, ...values] of linesOf(saved, reader)) {
    if (kind === 'file' && isFile(values)) putFile(values[0], { mtime: values[1], size: values[2], hash: values[3] });
    else if (kind === 'result' && isResult(values)) put(values[0], values[1]);
  }
  isChanged = false;

  return {
    withStamp(uri, { mtime, size }) {
      const file = files.get(uri);
      return file && mtime > 0 && file.mtime === mtime && file.size === size ? result(file.hash) : undefined;
    },
    withHash(uri, { mtime, size }, hash) {
      const known = result(hash);
      if (known) putFile(uri, { mtime, size, hash });
      return known;
    },
    keep(uri, { mtime, size }, hash, picture) {
      if (picture.error || picture.cutOff) return;
      // A part of a set may hold the end of a secret that shows only in the whole.
      if (picture.symbols.some(({ part }) => part)) return;
      putFile(uri, { mtime, size, hash });
      put(hash, JSON.stringify(kept(picture)));
    },
    isChanged: () => isChanged,
    text() {
      isChanged = false;
      return [
        JSON.stringify(['reader', reader]),
        ...[...files].map(([uri, { mtime, size, hash }]) => JSON.stringify(['file', uri, mtime, size, hash])),
        ...[...results].map(([hash, text]) => JSON.stringify(['result', hash, text])),
      ].join('\n');
    },
  };
}

const kept = (picture: DecodedPicture): Kept =>
  picture.symbols.some(({ secret }) => secret)
    ? null
    : {
        ...picture,
        symbols: picture.symbols.map(({ bytes, ...rest }) => ({ ...rest, bytes: base64(bytes) })),
      };

/** Undefined for a picture with a secret: it is read again. */
function revived(text: string): DecodedPicture | undefined {
  const picture = JSON.parse(text) as Kept;
  if (picture === null) return undefined;
  const symbols = picture.symbols.map((symbol) => ({
    ...symbol,
    bytes: Uint8Array.from(atob(symbol.bytes), (c) => c.charCodeAt(0)),
  }));
  return { ...picture, symbols };
}

/** None when the first line names another reader. */
function linesOf(saved: string, reader: string): unknown[][] {
  const lines = saved.split('\n').flatMap((line) => parsed(line) ?? []);
  const [first, ...rest] = lines;
  return first?.[0] === 'reader' && first[1] === reader ? rest : [];
}

function parsed(line: string): [unknown[]] | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return Array.isArray(value) ? [value] : undefined;
  } catch {
    return undefined;
  }
}

const isFile = (values: unknown[]): values is [string, number, number, string] =>
  typeof values[0] === 'string' &&
  typeof values[1] === 'number' &&
  typeof values[2] === 'number' &&
  typeof values[3] === 'string';

function isResult(values: unknown[]): values is [string, string] {
  const [hash, text] = values;
  if (typeof hash !== 'string' || typeof text !== 'string') return false;
  const picture = parsed(`[${text}]`)?.[0][0] as Partial<NonNullable<Kept>> | null | undefined;
  if (picture === null) return true;
  return (
    typeof picture === 'object' &&
    typeof picture.width === 'number' &&
    typeof picture.height === 'number' &&
    Array.isArray(picture.symbols) &&
    picture.symbols.every(isSymbol)
  );
}

const isSymbol = (symbol: Partial<KeptSymbol> | null): boolean =>
  typeof symbol?.text === 'string' &&
  typeof symbol.bytes === 'string' &&
  /^[A-Za-z\d+/]*={0,2}$/.test(symbol.bytes) &&
  typeof symbol.format === 'string' &&
  Array.isArray(symbol.corners) &&
  symbol.corners.length === 4 &&
  symbol.corners.every((corner) => Array.isArray(corner) && corner.length === 2 && corner.every(Number.isFinite));
