/** Settings of the SSH server: `sshd_config` and its fragments. */
import { readSshdSettings } from '../documents/sshd/sshdSettings';
import { type FileKind, hashComment } from '../fileKind';

export const sshd: FileKind = {
  comment: hashComment,
  read: ({ uri, text }, files) => ({ sshd: [readSshdSettings(uri, text, files)] }),
  readPart: ({ uri, text }, files, isShown) => ({
    sshd: [{ ...readSshdSettings(uri, text, files), isComplete: false, isShown }],
  }),
};
