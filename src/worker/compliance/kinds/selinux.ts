/** The mode of SELinux: `/etc/selinux/config`. */
import { readSelinuxConfig } from '../documents/selinuxConfig';
import { type FileKind, hashComment } from '../fileKind';

const read: FileKind['read'] = ({ uri, text }) => ({ selinux: [readSelinuxConfig(uri, text)] });

export const selinux: FileKind = { comment: hashComment, read, readPart: read };
