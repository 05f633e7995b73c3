/** The journal of systemd: `journald.conf` and its fragments. */
import { readJournald } from '../documents/logs/journald';
import { type FileKind, hashComment } from '../fileKind';

const read: FileKind['read'] = ({ uri, text }) => {
  const journald = readJournald(uri, text);
  return { journald: [journald], logRetention: journald.retentions };
};

export const journald: FileKind = { comment: hashComment, read, readPart: read };
