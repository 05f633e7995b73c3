/** The file that `decode --export` names: what it becomes is said by its ending. */
import { fill } from '../worker/protocol/fill';
import type { Locale } from '../worker/protocol/finding';
import { exportFormats, type PictureFormat } from '../worker/protocol/pictureMethods';
import { visible } from '../worker/text/visible';
import { UsageError } from './usageError';

export interface ExportFile {
  file: string;
  format: PictureFormat;
}

/** For the help: `.csv, .json, …` */
export const endings = (locale: Locale): string =>
  exportFormats.map((format) => `.${format}`).join(locale === 'en' ? ', ' : '、');

/** @throws UsageError for an ending of no format, and for `--force` without a file */
export function exportOf(file: string | undefined, force: boolean, locale: Locale): ExportFile | undefined {
  if (file === undefined) {
    if (force) throw new UsageError(forceOfExport[locale]);
    return undefined;
  }
  const ending = /\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase();
  const format = exportFormats.find((each) => each === ending);
  if (!format) throw new UsageError(fill(noFormat[locale], { file: visible(file), endings: endings(locale) }));
  return { file, format };
}

const noFormat = {
  en: 'The file of --export says by its ending what it becomes: {endings}. {file} has none of them.',
  'zh-cn': '--export 的文件格式由扩展名决定：{endings}。{file} 不是其中之一。',
};
const forceOfExport = { en: '--force belongs to --export.', 'zh-cn': '--force 需与 --export 一起使用。' };
