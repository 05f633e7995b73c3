/**
 * MLPS-DOC-004: the file is in an encoding that is not known, or the editor opened it in a wrong
 * one.
 */
import { kinds } from '../../../protocol/fileKinds';
import type { Rule } from '../rule';

export const textDecoded: Rule = {
  id: 'MLPS-DOC-004',
  name: 'text-decoded',
  severity: 'warning',
  profile: 'recommended',
  kinds,
  isAboutFindings: true,
  clauses: [],
  rows: [],
  peers: [],
  title: { en: 'The text could not be decoded', 'zh-cn': '文本无法解码' },
  why: {
    en: 'Only the ASCII part of such a file can be judged, and saving it from an editor that shows replacement characters destroys what they stand for.',
    'zh-cn': '此类文件只能检查其中的 ASCII 部分；如果编辑器显示替换字符，保存会破坏这些字符原来的内容。',
  },
  remedy: {
    en: 'Reopen the file with its own encoding, in VS Code by "Reopen with Encoding" in the status bar (many Chinese files are GB18030), and save it as UTF-8.',
    'zh-cn':
      '请以文件自身的编码重新打开（VS Code 状态栏的“通过编码重新打开”，许多中文文件为 GB18030），然后另存为 UTF-8。',
  },
  messages: {
    undecoded: {
      en: 'Characters from here on could not be decoded, so only what is ASCII was judged, and no fix is offered: writing the file could destroy them. Reopen it with its own encoding (many Chinese files are GB18030), or save it as UTF-8.',
      'zh-cn':
        '此处起有字符无法解码，因此只检查了 ASCII 部分，也不提供修复：写回文件可能破坏这些字符。请以文件自身的编码重新打开（许多中文文件为 GB18030），或另存为 UTF-8。',
    },
  },
  check: {},
};
