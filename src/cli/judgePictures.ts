/** The pictures of `--pictures`: read, and judged by what their codes hold; a bundle of its own. */
import type { ContentMark } from '../audit/entry';
import { sha256Hex } from '../audit/sha256Hex';
import { decodeThreads } from '../worker/hosts/decodeThreads';
import { spawnNodeDecodeThread } from '../worker/hosts/spawnNodeDecodeThread';
import { codesDocument, codesOf } from '../worker/protocol/pictureCodes';
import { createDecodePool } from '../worker/qr/read';
import { compileLate } from './compileLate';
import { type JudgedFile, told } from './lintFile';
import { type LintSession, leaveFor } from './lintSession';
import { pictureAt } from './listPictures';
import { notePicture } from './notePicture';

/** @param paths what cannot be read of them is told, and was not judged */
export async function judgePictures(session: LintSession, paths: readonly string[]): Promise<JudgedFile[]> {
  const { io } = session;
  const pictures = paths.map(pictureAt);
  compileLate();
  const pool = createDecodePool({
    spawn: () => spawnNodeDecodeThread(io.distDir),
    size: decodeThreads(pictures.length),
    locale: io.locale,
  });
  const codes: string[] = [];
  const contents: Required<ContentMark>[] = [];
  try {
    const loads = pictures.map(({ path, load }, index) => async () => {
      const bytes = await load();
      // They are gone from here once they are read.
      contents[index] = { bytes: bytes.length, sha256: sha256Hex(bytes) };
      return { name: path, bytes };
    });
    // Kept as what they hold: no text that was read stays in memory.
    await pool.decodeInOrder(loads, {}, (picture, index) => {
      const { path } = pictures[index]!;
      const mark = notePicture(path, picture, contents[index], io);
      if (mark) session.contents.set(path, mark);
      if (picture.error) leaveFor(session, path, picture.error.message);
      else codes[index] = codesDocument(codesOf(picture));
    });
  } finally {
    pool.close();
  }
  const files: JudgedFile[] = [];
  for (const [index, { path }] of pictures.entries()) {
    const text = codes[index];
    if (text === undefined) continue;
    const checked = await session.checker.check({ uri: path, bytes: new TextEncoder().encode(text) });
    const file = told(session, path, false, checked);
    const { bytes, sha256 } = contents[index]!;
    if (file) files.push({ path, file, checked, size: bytes, sha256: () => sha256 });
  }
  return files;
}
