/** Tables of many pictures: one writer per format of a file, for the command line and the editor. */
import { withSecretParts } from '../../protocol/picture';
import type { PathPicture, PictureFormat } from '../../protocol/pictureMethods';
import { csvLines } from '../../text/csvLines';
import { escapeMarkdown } from '../../text/escapeMarkdown';
import { inertJson } from '../../text/inertJson';
import { joinParts } from '../decode/joinParts';
import { pictureJson } from './pictureJson';
import { pictureColumns, pictureRows } from './pictureRows';

const markdownLine = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;

const writers: Record<PictureFormat, (pictures: readonly PathPicture[]) => string> = {
  csv: (pictures) => csvLines([pictureColumns, ...pictureRows(pictures)]),
  json: (pictures) => {
    const objects = pictures.map(({ path, picture }) => pictureJson(path, picture));
    return `${inertJson(JSON.stringify(objects, null, 2))}\n`;
  },
  jsonl: (pictures) =>
    pictures.map(({ path, picture }) => `${inertJson(JSON.stringify(pictureJson(path, picture)))}\n`).join(''),
  md: (pictures) =>
    [pictureColumns, pictureColumns.map(() => '---')].map(markdownLine).join('') +
    [...pictureRows(pictures)].map((cells) => markdownLine(cells.map(escapeMarkdown))).join(''),
};

/** The whole file. Texts with a secret stand in it: it is what was asked for, as `decode` prints it. */
export function pictureTable(pictures: readonly PathPicture[], format: PictureFormat): string {
  const sets = joinParts(pictures.flatMap(({ picture }) => picture.symbols));
  const marked = pictures.map(({ path, picture }) => ({
    path,
    picture: { ...picture, symbols: withSecretParts(picture.symbols, sets) },
  }));
  return writers[format](marked);
}
