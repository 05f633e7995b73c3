/** Which files the arguments of `lint` name: themselves, or what a search of a folder finds. */
import { inSearch } from '../worker/compliance/index';
import { walkFolder } from '../worker/hosts/walkFolder';
import { isPictureName } from '../worker/protocol/pictureFiles';
import { isFolderAt } from './isFolderAt';
import { textAt } from './workspace';

interface Search {
  /** Told of each folder that cannot be read. */
  failed(folder: string, error: unknown): void;
  /** Asked for each file that may be one. */
  isIgnored(path: string): boolean;
  /** Pictures are wanted, too. */
  withPictures: boolean;
}

/** Each in name order. */
export interface Listed {
  /** Deployment files; without `withPictures` also pictures that are named. */
  files: string[];
  pictures: string[];
}

/** In one walk; a path that does not exist stays in the list, and fails when it is read. */
export async function listFiles(paths: readonly string[], search: Search): Promise<Listed> {
  const listed: Listed = { files: [], pictures: [] };
  for (const path of paths) {
    if (isFolderAt(path)) await searchFolder(path, search, listed);
    else (search.withPictures && isPictureName(path) ? listed.pictures : listed.files).push(path);
  }
  return listed;
}

/** Adds to what is listed. */
export async function searchFolder(
  folder: string,
  { failed, isIgnored, withPictures }: Search,
  { files, pictures }: Listed,
): Promise<void> {
  for (const path of walkFolder(folder, failed)) {
    if (withPictures && isPictureName(path)) {
      if (!isIgnored(path)) pictures.push(path);
    } else if (await inSearch(path, { isIgnored, text: textAt })) files.push(path);
  }
}
