/** Reads pictures, and keeps of each what its codes hold: the sort of secret, nothing of a text. */
import type * as vscode from 'vscode';
import { codesOf } from '../../worker/protocol/pictureCodes';
import type { SecretKind } from '../../worker/protocol/secretKind';
import type { PictureReader } from './pictureReader';
import type { ReadFile } from './readPictures';

export interface CodesOfFile extends Pick<ReadFile, 'uri' | 'content'> {
  /** One entry a code: undefined where it holds no secret. */
  codes: (SecretKind | undefined)[];
  /** Why the picture could not be read. */
  error?: string;
}

interface Search {
  /** As `PictureReader.read` has it. */
  isExact?: boolean;
  /** Told after each picture: how many of how many are read. */
  report(read: number, all: number): void;
  cancel: vscode.CancellationToken;
}

/** All pictures below these folders that git does not ignore; after a cancel those that were read. */
export async function searchPictures(
  { find, read }: PictureReader,
  folders: readonly vscode.WorkspaceFolder[],
  { isExact, report, cancel }: Search,
): Promise<CodesOfFile[]> {
  const uris = await find(
    folders.map(({ uri }) => uri),
    cancel,
  );
  const found: CodesOfFile[] = [];
  const told = ({ uri, picture, content }: ReadFile) => {
    const { error } = picture;
    found.push({ uri, codes: codesOf(picture), content, ...(error && { error: error.message }) });
    report(found.length, uris.length);
  };
  if (!cancel.isCancellationRequested) await read(uris, told, cancel, { isExact });
  return found;
}
