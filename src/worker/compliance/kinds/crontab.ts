/** Tables of cron: `crontab -e`, `/etc/crontab`, `/etc/cron.d`. */
import { crontabVariables, readCrontab } from '../documents/crontab';
import { readScript } from '../documents/shell/readScript';
import { scriptFacts } from '../facts/scriptFacts';
import { type FileKind, HOLDS_COMMANDS, hashComment } from '../fileKind';

const read: FileKind['read'] = (document) => {
  const { excerpts, entries } = readCrontab(document.uri, document.text);
  return {
    ...scriptFacts({ ...readScript('crontab', document, excerpts), schedule: entries }),
    hostVariable: crontabVariables(document.uri, document.text),
  };
};

export const crontab: FileKind = {
  holds: HOLDS_COMMANDS,
  // cron itself passes over hidden files of its folder.
  except: /^\./,
  comment: hashComment,
  read,
  readPart: read,
};
