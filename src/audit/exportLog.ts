/** Writes the operation log for another program, piece by piece. */
import { type ExportFormat, exporters } from './export';
import type { Exporter } from './export/exporter';
import { readEntries } from './readEntries';

const PIECE_CHARACTERS = 256 * 1024;

export interface ExportWanted {
  format: ExportFormat;
  /** First and last day by UTC, ISO dates; undefined: all. */
  since?: string;
  until?: string;
}

/**
 * @param write given text after text
 * @returns how many entries were written, and how many lines are none
 * @throws what the system and `write` throw; ENOENT where there is no log
 */
export function exportLog(
  folder: string,
  { format, since = '', until = '9' }: ExportWanted,
  write: (text: string) => void,
): { entries: number; skipped: number } {
  const exporter: Exporter = exporters[format];
  let text = exporter.head;
  let [entries, skipped] = [0, 0];
  for (const read of readEntries(folder)) {
    const day = read?.entry.time.slice(0, 10) ?? '';
    if (!read) skipped++;
    else if (day >= since && day <= until) {
      entries++;
      text += exporter.write(read.entry, read.line);
    }
    if (text.length > PIECE_CHARACTERS) {
      write(text);
      text = '';
    }
  }
  write(text);
  return { entries, skipped };
}
