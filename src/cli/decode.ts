/** `qr-code-master decode`: pictures in, what is written in their symbols out. */
import { join } from 'node:path';
import type { ContentMark } from '../audit/entry';
import type * as decoder from '../worker/hosts/decoder';
import { decodeThreads } from '../worker/hosts/decodeThreads';
import { loadShipped } from '../worker/hosts/shipped/loadShipped';
import { createDecodePool, type DecodeThread, readHeader } from '../worker/qr/read';
import { compileLate } from './compileLate';
import { contentMark } from './contentMark';
import { decodeArguments, decodeHelp } from './decodeArguments';
import { decodeReport } from './decodeReport';
import { ignoredPictures } from './ignoredPictures';
import type { CliIo } from './io';
import { listPictures } from './listPictures';
import { notedExport } from './notedExport';
import { notePicture } from './notePicture';
import { refuseToOverwrite } from './refuseToOverwrite';
import { tellingUsage } from './usageError';

/**
 * Exit code 0: every picture gave a symbol; 1: some gave none; 2: wrong usage, an unreadable
 * picture or an internal error.
 */
export const run = (args: string[], io: CliIo): Promise<number> => tellingUsage(io, () => decode(args, io));

async function decode(args: string[], io: CliIo): Promise<number> {
  const wanted = decodeArguments(args, io.locale);
  const { help, paths, recursive, exported, jobs, options } = wanted;
  if (help) {
    io.stdout(decodeHelp(io.locale));
    return 0;
  }
  if (exported) refuseToOverwrite([exported.file], wanted.force, io.locale);
  const { isIgnored, tellCount } = ignoredPictures(wanted, io);
  const sources = listPictures(paths, { recursive, isIgnored, stdin: io.stdin });
  tellCount();
  const report = decodeReport(wanted, io, sources.length);
  let spawn: ((distDir: string) => DecodeThread) | undefined;
  const pool = createDecodePool({
    // When the first picture is there.
    spawn: () => spawn!(io.distDir),
    size: decodeThreads(Math.min(jobs ?? Number.POSITIVE_INFINITY, sources.length)),
    locale: io.locale,
  });
  const showsProgress = sources.length > 1 && io.isTty;
  const contents = new Map<number, Uint8Array | ContentMark>();
  let failed = 0;
  let unread = 0;
  let done = 0;
  try {
    const loads = sources.map(({ path, load }, index) => async () => {
      const bytes = await load();
      if (!spawn) compileLate();
      spawn ??=
        sources.length === 1 && isSmall(bytes)
          ? decodeHere
          : (await import('../worker/hosts/spawnNodeDecodeThread')).spawnNodeDecodeThread;
      // Bytes that go to another thread are gone from here.
      if (io.note) contents.set(index, spawn === decodeHere ? bytes : contentMark(bytes));
      return { name: path, bytes };
    });
    await pool.decodeInOrder(loads, options, (picture, index) => {
      if (picture.error) failed++;
      else if (!picture.symbols.length) unread++;
      if (showsProgress) io.stderr('\r\x1b[K');
      const { path } = sources[index]!;
      report.picture(path, picture);
      notePicture(path, picture, contents.get(index), io);
      contents.delete(index);
      if (showsProgress) io.stderr(`${++done}/${sources.length}`);
    });
  } finally {
    pool.close();
    if (showsProgress) io.stderr('\r\x1b[K');
  }
  if (exported) notedExport(io, exported.file, () => ({ pictures: sources.length }), report.end);
  else report.end();
  if (failed) return 2;
  return unread || !sources.length ? 1 : 0;
}

const decodeHere = (distDir: string): DecodeThread =>
  (loadShipped(join(distDir, 'decoder.js'), 'sum-of:decoder.js') as typeof decoder).decodeHere();

/**
 * A picture that takes little memory whatever is in it, in bytes and pixels: the limit of a
 * thread's heap is not needed.
 */
const SMALL = 16_000_000;

function isSmall(bytes: Uint8Array): boolean {
  try {
    // The pages of a TIFF differ in size.
    return bytes.length <= SMALL && readHeader(bytes, SMALL).type !== 'tiff';
  } catch {
    return false;
  }
}
