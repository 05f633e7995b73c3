/** Where `decode` tells its answers: on the standard output, in a file, or both. */
import type { PathPicture } from '../worker/protocol/pictureMethods';
import { pictureTable } from '../worker/qr/read';
import { visiblePath } from '../worker/text/visible';
import type { DecodeArguments } from './decodeArguments';
import { type DecodeReport, decodeReports } from './decodeReports';
import type { CliIo } from './io';
import { replaceFile } from './replaceFile';
import { tell } from './tell';

/** @param count how many pictures there are in all */
export function decodeReport(
  { format, exported }: Pick<DecodeArguments, 'format' | 'exported'>,
  io: CliIo,
  count: number,
): DecodeReport {
  // What is no answer, as that a picture has no code, is told all the same.
  const streams = format ? io : { ...io, stdout: () => undefined };
  const printed = decodeReports[format ?? 'text'](streams, count);
  if (!exported) return printed;
  const pictures: PathPicture[] = [];
  return {
    picture(path, picture) {
      pictures.push({ path, picture });
      printed.picture(path, picture);
    },
    end() {
      printed.end();
      replaceFile(exported.file, pictureTable(pictures, exported.format));
      const codes = pictures.reduce((sum, { picture }) => sum + picture.symbols.length, 0);
      tell(io, said[io.locale](codes, pictures.length, visiblePath(exported.file)));
    },
  };
}

const said = {
  en: (codes: number, pictures: number, file: string) => `Written to ${file}. Codes: ${codes}, pictures: ${pictures}`,
  'zh-cn': (codes: number, pictures: number, file: string) =>
    `已将 ${pictures} 张图片中的 ${codes} 个二维码写入 ${file}`,
} as const;
