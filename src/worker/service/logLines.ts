/** What the compliance half writes into the client's log. */
import type { Locale } from '../protocol/finding';

export const logLines = {
  foreign: {
    en: '{path}: not used, since it belongs to another user.',
    'zh-cn': '{path}：属于其他用户，未采用。',
  },
  notSearched: {
    en: '{path}: not searched, the folder cannot be read ({reason}).',
    'zh-cn': '{path}：未搜索，无法读取该目录（{reason}）。',
  },
  cut: {
    en: 'The workspace has too many files: those that come last were not searched.',
    'zh-cn': '工作区中的文件过多：排在后面的文件未搜索。',
  },
} satisfies Record<string, Record<Locale, string>>;
