/** A table of what was read: a row for each code, and one for each picture without any. */
import type { PathPicture } from '../../protocol/pictureMethods';
import { recognise } from '../payloads';

export const pictureColumns = ['path', 'code', 'text', 'kind', 'format', 'version', 'level', 'part', 'secret', 'note'];

/** Cells in the order of `pictureColumns`, as they are: who writes them makes them inert. */
export function* pictureRows(pictures: readonly PathPicture[]): Generator<string[]> {
  for (const { path, picture } of pictures) {
    const note = [picture.error, ...(picture.notes ?? [])].flatMap((each) => each?.message ?? []).join(' ');
    if (picture.symbols.length === 0) yield [path, '', '', '', '', '', '', '', '', note];
    for (const [index, { text, format, version, level, part, secret }] of picture.symbols.entries())
      yield [
        path,
        String(index + 1),
        text,
        recognise(text)?.kind ?? 'text',
        format,
        version === undefined ? '' : String(version),
        level ?? '',
        part ? `${part.index + 1}/${part.count}` : '',
        secret ? 'yes' : '',
        note,
      ];
  }
}
