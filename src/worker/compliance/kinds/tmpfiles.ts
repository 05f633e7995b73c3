/** What systemd-tmpfiles makes and clears: `tmpfiles.d/*.conf`. */
import { readTmpfiles } from '../documents/tmpfiles';
import { type FileKind, hashComment } from '../fileKind';

const read: FileKind['read'] = ({ uri, text }) => ({ tmpfile: readTmpfiles(uri, text) });

export const tmpfiles: FileKind = { comment: hashComment, read, readPart: read };
