/** Jails of fail2ban: `jail.local` and `jail.d`. */
import { readFail2banConfig } from '../documents/fail2ban/fail2banConfig';
import { type FileKind, hashComment } from '../fileKind';

export const fail2ban: FileKind = {
  comment: hashComment,
  read: ({ uri, text }) => ({ fail2ban: [readFail2banConfig(uri, text)] }),
  readPart: ({ uri, text }) => ({ fail2ban: [{ ...readFail2banConfig(uri, text), isComplete: false }] }),
};
