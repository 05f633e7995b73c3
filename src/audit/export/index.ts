/** Every way to write the operation log for another program. */
import { cef } from './cef';
import { csv } from './csv';
import type { Exporter } from './exporter';
import { syslog } from './syslog';

export const exporters = {
  csv,
  syslog,
  cef,
  jsonl: { extension: '.jsonl', label: 'JSON Lines', head: '', write: (_, line) => `${line}\n` },
} satisfies Record<string, Exporter>;
export type ExportFormat = keyof typeof exporters;
export const exportFormats = Object.keys(exporters) as ExportFormat[];
