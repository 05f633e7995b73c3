/** The operation log in the Common Event Format, as SIEM products take it. */
import { visible } from '../../worker/text/visible';
import type { Entry } from '../entry';
import { detailText } from './detailText';
import type { Exporter } from './exporter';
import { type Severity, severityOf } from './severity';

const NAMES: Record<Entry['op'], string> = {
  make: 'Make QR code',
  read: 'Read QR code',
  check: 'Check compliance',
  fix: 'Fix file',
  create: 'Create deployment',
  report: 'Write report',
  export: 'Export',
  openLink: 'Open link',
  attestation: 'Add attestation',
  suppression: 'Suppress finding',
  waiver: 'Waive finding',
  baseline: 'Change baseline',
  configuration: 'Use configuration',
  log: 'Operation log',
};
const SEVERITIES: Record<Severity, number> = { ok: 2, findings: 4, cancelled: 3, failed: 6, alarm: 9 };

const header = (text: string): string => visible(text).replace(/[\\|]/g, '\\$&');
const value = (text: string): string => visible(text).replace(/[\\=]/g, '\\$&');

/** Addresses have keys by their kind; what is none goes with what it was taken from. */
function sourceFields({ source, via }: Entry): Record<string, string> {
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(source)) return { src: source, cs3Label: 'via', cs3: via };
  if (source.includes(':')) return { c6a2Label: 'sourceAddress', c6a2: source, cs3Label: 'via', cs3: via };
  return { cs3Label: 'via', cs3: `${source} ${via}` };
}

export const cef: Exporter = {
  extension: '.cef',
  label: 'CEF',
  head: '',
  write(entry) {
    const {
      seq,
      time,
      offset,
      waited,
      user,
      host,
      op,
      target,
      result,
      ms,
      content,
      detail,
      app,
      version,
      rules,
      prev,
    } = entry;
    const fields: Record<string, string | number | undefined> = {
      rt: Date.parse(time),
      externalId: seq,
      suser: user,
      dvchost: host,
      ...sourceFields(entry),
      deviceProcessName: app,
      act: op,
      outcome: result,
      fname: target,
      fsize: content?.bytes,
      fileHash: content?.sha256,
      cn1Label: ms === undefined ? undefined : 'milliseconds',
      cn1: ms,
      msg: detail && detailText(detail),
      cs1Label: 'previousLine',
      cs1: prev,
      cs2Label: 'ruleSet',
      cs2: rules,
      cs4Label: 'localOffset',
      cs4: offset,
      cn2Label: waited === undefined ? undefined : 'millisecondsWaited',
      cn2: waited,
    };
    const written = Object.entries(fields).flatMap(([key, field]) =>
      field === undefined ? [] : [`${key}=${value(String(field))}`],
    );
    const head = ['QR Code Master', 'qr-code-master', version, op, NAMES[op] ?? op].map(header).join('|');
    return `CEF:0|${head}|${SEVERITIES[severityOf(entry)]}|${written.join(' ')}\n`;
  },
};
