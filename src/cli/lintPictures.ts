/** The pictures of `lint --pictures`: read, and judged by what their codes hold; a bundle of its own. */
import type { ContentMark } from '../audit/entry';
import { decodeThreads } from '../worker/hosts/decodeThreads';
import { spawnNodeDecodeThread } from '../worker/hosts/spawnNodeDecodeThread';
import type { FileFindings } from '../worker/protocol/finding';
import { codesDocument, codesOf } from '../worker/protocol/pictureCodes';
import { createDecodePool } from '../worker/qr/read';
import { compileLate } from './compileLate';
import { contentMark } from './contentMark';
import { told } from './lintFile';
import { type LintSession, leaveFor } from './lintSession';
import { pictureAt } from './listPictures';
import { notePicture } from './notePicture';

/** @param paths what cannot be read of them is told, and was not judged */
export async function lintPictures(session: LintSession, paths: readonly string[]): Promise<FileFindings[]> {
  const { io } = session;
  const pictures = paths.map(pictureAt);
  compileLate();
  const pool = createDecodePool({
    spawn: () => spawnNodeDecodeThread(io.distDir),
    size: decodeThreads(pictures.length),
    locale: io.locale,
  });
  const codes: string[] = [];
  const marks: ContentMark[] = [];
  try {
    const loads = pictures.map(({ path, load }, index) => async () => {
      const bytes = await load();
      // They are gone from here once they are read.
      if (io.note) marks[index] = contentMark(bytes);
      return { name: path, bytes };
    });
    // Kept as what they hold: no text that was read stays in memory.
    await pool.decodeInOrder(loads, {}, (picture, index) => {
      const { path } = pictures[index]!;
      const mark = notePicture(path, picture, marks[index], io);
      if (mark) session.contents.set(path, mark);
      if (picture.error) leaveFor(session, path, picture.error.message);
      else codes[index] = codesDocument(codesOf(picture));
    });
  } finally {
    pool.close();
  }
  const files: FileFindings[] = [];
  for (const [index, { path }] of pictures.entries()) {
    const text = codes[index];
    if (text === undefined) continue;
    const checked = await session.checker.check({ uri: path, bytes: new TextEncoder().encode(text) });
    const file = told(session, path, false, checked);
    if (file) files.push(file);
  }
  return files;
}
