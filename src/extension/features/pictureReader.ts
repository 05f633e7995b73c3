/**
 * Finds and reads the pictures of folders and of the workspace; what has not changed since the last
 * time comes out of the workspace's storage.
 */
import * as vscode from 'vscode';
import { skippedGlob } from '../../worker/protocol/deploymentFiles';
import type { DecodedPicture } from '../../worker/protocol/picture';
import { isPictureName, pictureGlob } from '../../worker/protocol/pictureFiles';
import { notIgnoredMethod } from '../../worker/protocol/pictureMethods';
import { decodePictures, decodeSettings } from '../decodePictures';
import type { Server } from '../lateServer';
import { type PictureCache, pictureCache } from './pictureCache';
import { MAX_FILE_BYTES, type PictureHost, type ReadFile, readPictures } from './readPictures';
import { storedFile } from './storedFile';

export interface PictureReader {
  /**
   * The pictures that these files and folders are or hold, each once, in the order of their paths:
   * without what git ignores and the folders of other people's files; a file that was named is
   * taken whatever it is.
   */
  find(roots: readonly vscode.Uri[], cancel: vscode.CancellationToken): Promise<vscode.Uri[]>;
  /**
   * Tells of each picture when it is read; after a cancel what was told is all there is. With
   * `isExact` each is told with the hash of its bytes, and those decide whether it has changed.
   */
  read(
    uris: readonly vscode.Uri[],
    told: (file: ReadFile, index: number) => void,
    cancel: vscode.CancellationToken,
    how?: { isExact?: boolean },
  ): Promise<void>;
}

type Needs = { server: Server; context: Pick<vscode.ExtensionContext, 'storageUri' | 'extension'> };

export function pictureReader({ server, context }: Needs): PictureReader {
  /** The settings that an answer depends on, and the version that gave it. */
  const readerName = () => {
    const { formats, effort, maxPixels } = decodeSettings();
    return [context.extension.packageJSON.version, formats, effort, maxPixels].join(' ');
  };
  const file = context.storageUri && storedFile(context.storageUri, 'pictures.jsonl');
  let kept: { name: string; cache: Promise<PictureCache> } | undefined;
  /** Read once, and again when something else would give the answers. */
  const cacheNow = () => {
    const name = readerName();
    if (file && kept?.name !== name) {
      kept = { name, cache: Promise.resolve(file.get()).then((text) => pictureCache(name, text)) };
    }
    return kept?.cache;
  };
  /** Whoever cannot store anything reads everything again the next time. */
  const save = async (cache: PictureCache) => {
    if (cache.isChanged()) await file?.set(cache.text()).then(undefined, () => {});
  };
  return {
    async find(roots, cancel) {
      const found = await Promise.all(roots.map((root) => picturesOf(server, root, cancel)));
      return [...new Map(found.flat().map((uri) => [uri.toString(), uri])).values()];
    },
    async read(uris, told, cancel, { isExact } = {}) {
      const cache = await cacheNow();
      try {
        await readPictures(uris.map(String), hostOf(server, cancel), { cache, told, cancel, isExact });
      } finally {
        if (cache) await save(cache);
      }
    },
  };
}

async function picturesOf(server: Server, root: vscode.Uri, cancel: vscode.CancellationToken): Promise<vscode.Uri[]> {
  // A file that is not there is told when it is read.
  const type = await vscode.workspace.fs.stat(root).then(
    (stat) => stat.type,
    () => vscode.FileType.Unknown,
  );
  if (!(type & vscode.FileType.Directory)) return [root];
  const pattern = new vscode.RelativePattern(root, pictureGlob);
  const uris = (await vscode.workspace.findFiles(pattern, skippedGlob, undefined, cancel)).filter(({ path }) =>
    isPictureName(path),
  );
  if (uris.length === 0) return [];
  const asked = { folder: root.toString(), uris: uris.map(String) };
  const kept = new Set((await server.request(notIgnoredMethod, asked, cancel)).uris);
  return uris.filter((uri) => kept.has(uri.toString())).sort((a, b) => (a.path < b.path ? -1 : 1));
}

const hostOf = (server: Server, cancel: vscode.CancellationToken): PictureHost => ({
  stat: async (uri) => vscode.workspace.fs.stat(vscode.Uri.parse(uri)),
  read: async (uri) => vscode.workspace.fs.readFile(vscode.Uri.parse(uri)),
  decode: async (uri, bytes) => {
    const name = vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
    return (await decodePictures(server, [{ name, bytes }], cancel))[0]!;
  },
  failed: (error) =>
    unread(vscode.l10n.t('The file cannot be read: {0}', error instanceof Error ? error.message : String(error))),
  tooLarge: (size) =>
    unread(
      vscode.l10n.t(
        'The file has {0} MB; pictures of up to {1} MB are read.',
        Math.ceil(size / 2 ** 20).toLocaleString(),
        MAX_FILE_BYTES / 2 ** 20,
      ),
    ),
});

const unread = (message: string): DecodedPicture => ({
  width: 0,
  height: 0,
  symbols: [],
  ms: 0,
  error: { code: 'file-unreadable', message },
});
