/** Settings of rsyslog: `rsyslog.conf` and its fragments. */
import { readRsyslog } from '../documents/logs/rsyslogForwards';
import { type FileKind, hashComment } from '../fileKind';

const read: FileKind['read'] = ({ uri, text }, files) => {
  const rsyslog = readRsyslog(uri, text, files);
  return { rsyslog: [rsyslog], logForward: rsyslog.forwards, hostVariable: rsyslog.secrets };
};

export const rsyslog: FileKind = {
  comment: hashComment,
  read,
  readPart(document, files) {
    const { logForward = [], hostVariable } = read(document, files);
    // Other lines of the file may send them.
    return {
      hostVariable,
      logForward: logForward.map((forward) => ({ ...forward, carriesAuth: forward.carriesAuth || undefined })),
    };
  },
};
