/** MLPS-UPL-003: an upload is not stored under the name that the visitor gave it. */

import { importEdit } from '../../documents/python/importEdit';
import { placeIn } from '../../model/value';
import { clientNameIn, storedUploads } from '../../readings/uploadedFiles';
import type { Rule } from '../rule';

export const uploadSafeFilename: Rule = {
  id: 'MLPS-UPL-003',
  name: 'upload-safe-filename',
  severity: 'error',
  profile: 'recommended',
  kinds: ['python'],
  clauses: ['~8.1.4.2 f', '8.1.4.4 d'],
  highRisk: ['6.4.3.3'],
  rows: ['C47', 'C50'],
  peers: [],
  title: { en: 'Do not store uploads under the name that came with them', 'zh-cn': '不得以上传者提供的文件名保存文件' },
  why: {
    en: 'The name is text of the visitor: `../../app/app.py` or an absolute path leaves the upload folder and overwrites what the service may write, also the files of others. Input is to be checked before it is used.',
    'zh-cn':
      '文件名是访问者提供的文本：`../../app/app.py` 或绝对路径会离开上传目录，覆盖服务可写的内容，也包括他人的文件。输入在使用前应经过有效性检验。',
  },
  remedy: {
    en: 'Store it under a name of your own (`uuid.uuid4().hex` with the checked extension), or at least under `secure_filename(file.filename)` of `werkzeug.utils`, which may come out empty: refuse that.',
    'zh-cn':
      '请以自行生成的名称保存（`uuid.uuid4().hex` 加上已检查的扩展名），至少使用 `werkzeug.utils` 的 `secure_filename(file.filename)`；其结果可能为空，应予拒绝。',
  },
  messages: {
    name: {
      en: 'The name that the visitor gave decides where this is written. Generate a name, or use secure_filename.',
      'zh-cn': '此处的写入位置由访问者提供的文件名决定。请生成名称，或使用 secure_filename。',
    },
    from: { en: 'The name comes from here.', 'zh-cn': '文件名来自此处。' },
    secure: { en: 'Use secure_filename (refuse an empty result)', 'zh-cn': '使用 secure_filename（结果为空时请拒绝）' },
  },
  check: {
    python(module, { report }) {
      for (const { call, path, scope } of storedUploads(module)) {
        const name = path && clientNameIn(module, path, scope);
        if (!name) continue;
        const isApart = name.start < call.start || name.end > call.end;
        const edits = () => {
          const place = placeIn(module, name);
          return [
            ...importEdit(module, 'werkzeug.utils', 'secure_filename'),
            { ...place, end: place.start, newText: 'secure_filename(' },
            { ...place, start: place.end, newText: ')' },
          ];
        };
        report({
          place: placeIn(module, call),
          message: 'name',
          related: isApart ? [{ place: placeIn(module, name), message: 'from' }] : undefined,
          fixes: () => [{ safe: false, title: 'secure', edits: edits() }],
        });
      }
    },
  },
};
