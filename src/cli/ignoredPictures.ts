/** Which pictures of a searched folder git ignores. */
import { join } from 'node:path';
import { rootFolder } from '../worker/hosts/readInside';
import type { DecodeArguments } from './decodeArguments';
import { gitIgnores } from './gitIgnores';
import type { CliIo } from './io';
import { isFolderAt } from './isFolderAt';
import type { PictureSearch } from './listPictures';
import { tell } from './tell';

interface Ignored {
  isIgnored: PictureSearch['isIgnored'];
  /** Says how many were left out. */
  tellCount(): void;
}

const nothing: Ignored = { isIgnored: () => false, tellCount: () => undefined };

/** A folder that is ignored itself was asked for by name: everything in it is taken. */
export function ignoredPictures(
  { help, paths, readIgnored }: Pick<DecodeArguments, 'help' | 'paths' | 'readIgnored'>,
  io: CliIo,
): Ignored {
  const folders = paths.filter(isFolderAt);
  if (help || readIgnored || folders.length === 0) return nothing;
  const ignores = gitIgnores([...new Set(folders.map((folder) => rootFolder(folder)))]);
  const whole = new Map<string, boolean>();
  let count = 0;
  return {
    isIgnored(path, folder) {
      if (!whole.has(folder)) whole.set(folder, ignores(join(folder, 'any')));
      const isIgnored = whole.get(folder) === false && ignores(path);
      if (isIgnored) count++;
      return isIgnored;
    },
    tellCount: () => void (count > 0 && tell(io, said[io.locale](count))),
  };
}

const said = {
  en: (count: number) => `Pictures left out because .gitignore names them: ${count}; --read-ignored reads them, too`,
  'zh-cn': (count: number) => `已跳过 .gitignore 排除的 ${count} 张图片；使用 --read-ignored 可一并识别`,
} as const;
