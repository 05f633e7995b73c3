/** The operation log as lines of syslog (RFC 5424), one a line feed. */
import { visible } from '../../worker/text/visible';
import type { Entry } from '../entry';
import { detailText } from './detailText';
import type { Exporter } from './exporter';
import { type Severity, severityOf } from './severity';

/** Of RFC 5424 6.2.1: log audit. */
const FACILITY = 13;
const SEVERITIES: Record<Severity, number> = { ok: 6, findings: 5, cancelled: 5, failed: 4, alarm: 1 };
/** The number that RFC 5612 sets aside for documents: no registered one is claimed. */
const ENTERPRISE = 32473;

/** In front of a message that is UTF-8, by RFC 5424 6.4. */
const UTF8 = '\ufeff';

/** Printable ASCII without spaces, as header fields are. */
const word = (text: string, length: number): string => text.replace(/[^\x21-\x7e]/g, '_').slice(0, length) || '-';

const value = (text: string): string => visible(text).replace(/["\\\]]/g, '\\$&');

function data(entry: Entry): string {
  const { seq, offset, user, source, via, target, result, ms, waited, content, detail, rules, prev } = entry;
  const fields = {
    seq,
    offset,
    user,
    source,
    via,
    target,
    result,
    ms,
    waited,
    bytes: content?.bytes,
    sha256: content?.sha256,
    detail: detail && detailText(detail),
    rules,
    prev,
  };
  const written = Object.entries(fields).flatMap(([key, field]) =>
    field === undefined ? [] : [` ${key}="${value(String(field))}"`],
  );
  return `[audit@${ENTERPRISE}${written.join('')}][origin software="qr-code-master" swVersion="${value(entry.version)}"]`;
}

export const syslog: Exporter = {
  extension: '.log',
  label: 'syslog (RFC 5424)',
  head: '',
  write(entry) {
    const { time, host, app, op, result, target = '-' } = entry;
    const priority = FACILITY * 8 + SEVERITIES[severityOf(entry)];
    const header = `<${priority}>1 ${time} ${word(host, 255)} qr-code-master ${word(app, 128)} ${word(op, 32)}`;
    return `${header} ${data(entry)} ${UTF8}${visible(`${op} ${result} ${target}`)}\n`;
  },
};
