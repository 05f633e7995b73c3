/** The pictures of `lint --pictures`: read, and judged by what their codes hold; a bundle of its own. */
import { decodeThreads } from '../worker/hosts/decodeThreads';
import { spawnNodeDecodeThread } from '../worker/hosts/spawnNodeDecodeThread';
import type { FileFindings } from '../worker/protocol/finding';
import { codesDocument, codesOf } from '../worker/protocol/pictureCodes';
import { isPictureName } from '../worker/protocol/pictureFiles';
import { createDecodePool } from '../worker/qr/read';
import { compileLate } from './compileLate';
import { isFolderAt } from './isFolderAt';
import { told } from './lintFile';
import { type LintSession, leaveFor } from './lintSession';
import { gitIgnores } from './listFiles';
import { listPictures } from './listPictures';

/** In the order of their names; what cannot be read is told, and was not judged. */
export async function lintPictures(session: LintSession): Promise<FileFindings[]> {
  const { io, wanted, roots } = session;
  const ignores = gitIgnores(roots);
  const paths = wanted.paths.filter((path) => path !== '-' && (isFolderAt(path) || isPictureName(path)));
  const isIgnored = (path: string) => !wanted.checkIgnored && ignores(path);
  const pictures = listPictures(paths, { recursive: true, isIgnored, stdin: io.stdin });
  if (pictures.length === 0) return [];
  compileLate();
  const pool = createDecodePool({
    spawn: () => spawnNodeDecodeThread(io.distDir),
    size: decodeThreads(pictures.length),
    locale: io.locale,
  });
  const codes: string[] = [];
  try {
    const loads = pictures.map(({ path, load }) => async () => ({ name: path, bytes: await load() }));
    // Kept as what they hold: no text that was read stays in memory.
    await pool.decodeInOrder(loads, {}, (picture, index) => {
      const { path } = pictures[index]!;
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
