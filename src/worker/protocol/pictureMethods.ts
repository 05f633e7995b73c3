/** The custom requests about many pictures: which of them are read, and what is made of the answers. */
import { method } from './methods';
import type { DecodedPicture } from './picture';

/**
 * Extension to server, before a folder's pictures are read: those of these files below the folder
 * that git does not ignore, in the order asked; all of them where the folder itself is ignored.
 */
export const notIgnoredMethod = method<{ folder: string; uris: string[] }, { uris: string[] }>('files/notIgnored');

/** A picture that was read, with the path that names it. */
export interface PathPicture {
  path: string;
  picture: DecodedPicture;
}

/** What a table of pictures is written as: the ending of the file's name. */
export const exportFormats = ['csv', 'json', 'jsonl', 'md'] as const;
export type PictureFormat = (typeof exportFormats)[number];

/** Extension to server, when a table is exported: the text of the file. */
export const exportMethod = method<{ pictures: PathPicture[]; format: PictureFormat }, { text: string }>('qr/export');

/** What the codes of a picture hold, as `codesDocument` writes it. */
export interface PictureCodes {
  uri: string;
  codes: string;
}

/** A picture that was searched for a report, with the hash of its bytes, or why it could not be read. */
export type SearchedPicture =
  | (PictureCodes & {
      /** Hexadecimal. */
      sha256: string;
      /** Bytes. */
      size: number;
    })
  | { uri: string; error: string };

/**
 * Extension to server, for *Find Secrets in QR Pictures*: the diagnostics of each, in LSP's words,
 * in the order asked.
 */
export const checkPicturesMethod = method<
  { pictures: PictureCodes[] },
  { files: { uri: string; diagnostics: unknown[] }[] }
>('compliance/checkPictures');
