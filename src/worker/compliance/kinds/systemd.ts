/** Units of systemd: the commands that they start. */
import { readScript } from '../documents/shell/readScript';
import { systemdShells } from '../documents/systemd';
import { scriptFacts } from '../facts/scriptFacts';
import { type FileKind, HOLDS_COMMANDS, hashComment } from '../fileKind';

const read: FileKind['read'] = (document) => scriptFacts(readScript('systemd', document, systemdShells(document.text)));

export const systemd: FileKind = {
  holds: HOLDS_COMMANDS,
  comment: hashComment,
  read,
  readPart: read,
};
