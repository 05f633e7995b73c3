/** The operation log as comma-separated values. */
import { csvLines, moreCsvLines } from '../../worker/text/csvLines';
import type { Entry } from '../entry';
import { localTime } from '../localTime';
import type { Exporter } from './exporter';

const columns: Record<string, (entry: Entry) => string | number | undefined> = {
  seq: ({ seq }) => seq,
  time: ({ time }) => time,
  localTime,
  user: ({ user }) => user,
  host: ({ host }) => host,
  source: ({ source }) => source,
  via: ({ via }) => via,
  operation: ({ op }) => op,
  target: ({ target }) => target,
  result: ({ result }) => result,
  ms: ({ ms }) => ms,
  bytes: ({ content }) => content?.bytes,
  sha256: ({ content }) => content?.sha256,
  detail: ({ detail }) => detail && JSON.stringify(detail),
  waited: ({ waited }) => waited,
  app: ({ app }) => app,
  version: ({ version }) => version,
  rules: ({ rules }) => rules,
  prev: ({ prev }) => prev,
};

export const csv: Exporter = {
  extension: '.csv',
  label: 'CSV',
  head: csvLines([Object.keys(columns)]),
  write: (entry) => moreCsvLines([Object.values(columns).map((read) => String(read(entry) ?? ''))]),
};
