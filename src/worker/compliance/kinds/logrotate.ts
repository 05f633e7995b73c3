/** Rotation of log files: `logrotate.conf` and what lies in `logrotate.d`. */
import { logrotateRetentions } from '../documents/logs/logrotateRetention';
import { type FileKind, hashComment } from '../fileKind';

const read: FileKind['read'] = ({ uri, text }, files) => ({ logRetention: logrotateRetentions(uri, text, files) });

export const logrotate: FileKind = {
  except:
    /^(?:\.|README)|\.(?:md|sh|py|rb|pp|go|rs|[ch]|js|ts|erb|epp|tmpl?|tpl|ya?ml|json|toml|xml|html?|txt|log|service|timer|gz|\d)$/i,
  // `/etc/cron.daily/logrotate` is a script.
  refuses: (text) => text.startsWith('#!'),
  comment: hashComment,
  read,
  readPart: read,
};
