/** Units of systemd: the commands that services start, and when timers start a service. */
import { readScript } from '../documents/shell/readScript';
import { systemdShells, systemdVariables } from '../documents/systemd';
import { readUnitTimer } from '../documents/unitTimer';
import { scriptFacts } from '../facts/scriptFacts';
import { type FileKind, HOLDS_COMMANDS, hashComment } from '../fileKind';

const read: FileKind['read'] = (document) => {
  const { uri, text } = document;
  const timer = readUnitTimer(uri, text);
  return {
    ...scriptFacts(readScript('systemd', document, systemdShells(text))),
    timer: timer ? [timer] : [],
    hostVariable: systemdVariables(uri, text),
  };
};

export const systemd: FileKind = {
  holds: HOLDS_COMMANDS,
  comment: hashComment,
  read,
  readPart: read,
};
