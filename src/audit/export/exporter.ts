/** A way to write the operation log for another program. */
import type { Entry } from '../entry';

export interface Exporter {
  /** Of the file, with the dot. */
  extension: string;
  /** As menus say it. */
  label: string;
  /** In front of the first line. */
  head: string;
  /** One entry with its line break; `line` is as the log has it. */
  write(entry: Entry, line: string): string;
}
