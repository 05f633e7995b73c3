/**
 * The settings of a file in the syntax of systemd's units (systemd.syntax(7)): units, timers,
 * `journald.conf`; linear and never throws.
 */
import type { Place } from '../model/value';
import { linesIn } from './text/lines';

export interface UnitSetting {
  section: string;
  key: string;
  /** On its first line. */
  value: string;
  valuePlace: Place;
  /** From the key to the value's end. */
  place: Place;
}

const KEY = /^([ \t]*)([A-Za-z][\w-]*)([ \t]*=[ \t]*)/;

/** In the file's order; of lines that are continued the first is given. */
export function readUnitFile(uri: string, text: string): UnitSetting[] {
  const settings: UnitSetting[] = [];
  let section = '';
  let isContinued = false;
  for (const { text: line, at } of linesIn(text)) {
    const isComment = /^[ \t]*[#;]/.test(line);
    const header = /^[ \t]*\[([^\]\n]*)\]/.exec(line);
    const setting = isContinued || isComment || line.length > 10_000 ? null : KEY.exec(line);
    if (header && !isContinued) section = header[1]!;
    else if (setting) {
      const [head, blank = '', key = '', equals = ''] = setting;
      const written = line.slice(head.length).trimEnd();
      const value = written.endsWith('\\') ? written.slice(0, -1).trimEnd() : written;
      const from = at + blank.length;
      const start = from + key.length + equals.length;
      const valuePlace = { uri, start, end: start + value.length };
      settings.push({ section, key, value, valuePlace, place: { uri, start: from, end: valuePlace.end } });
    }
    if (!isComment) isContinued = line.endsWith('\\');
  }
  return settings;
}

/** Whether `systemctl enable` finds who shall start the unit (systemd.unit(5), `[Install]`). */
export const isEnabled = (settings: readonly UnitSetting[]): boolean =>
  settings.some(
    ({ section, key, value }) =>
      section === 'Install' && value !== '' && /^(?:WantedBy|RequiredBy|UpheldBy)$/.test(key),
  );
