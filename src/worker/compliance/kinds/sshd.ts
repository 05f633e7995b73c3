/** Settings of the SSH server: `sshd_config` and its fragments. */
import { readSshdSettings } from '../documents/sshd/sshdSettings';
import { type FileKind, hashComment } from '../fileKind';

export const sshd: FileKind = {
  comment: hashComment,
  read: ({ uri, text }, files) => {
    const settings = readSshdSettings(uri, text, files);
    const problems = settings.unread.map(({ text: word, place }) => ({ code: 'UNREAD_INCLUDE', place, word }));
    return { sshd: [settings], problems };
  },
  readPart: ({ uri, text }, files, isShown) => ({
    sshd: [{ ...readSshdSettings(uri, text, files), isComplete: false, isShown }],
  }),
};
