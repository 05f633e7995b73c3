/** Settings of rsyslog: `rsyslog.conf` and its fragments. */
import { readRsyslog } from '../documents/logs/rsyslogForwards';
import { type FileKind, hashComment } from '../fileKind';

const read: FileKind['read'] = ({ uri, text }, files) => {
  const rsyslog = readRsyslog(uri, text, files);
  return { rsyslog: [rsyslog], logForward: rsyslog.forwards };
};

export const rsyslog: FileKind = {
  comment: hashComment,
  read,
  readPart(document, files) {
    const { logForward = [] } = read(document, files);
    // Other lines of the file may send them.
    return { logForward: logForward.map((forward) => ({ ...forward, carriesAuth: forward.carriesAuth || undefined })) };
  },
};
