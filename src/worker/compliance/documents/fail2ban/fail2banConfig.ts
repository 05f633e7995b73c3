/** Jails of fail2ban (jail.conf(5)): sections with settings, as Python's configparser reads them; linear. */
import type { Place } from '../../model/value';
import { linesIn } from '../text/lines';
import { spanReader } from '../timeSpan';

export interface Fail2banSetting {
  /** In small letters. */
  key: string;
  keyPlace: Place;
  /** Without what is continued on the next lines. */
  value: string;
  place: Place;
}

export interface Fail2banSection {
  name: string;
  /** Of the name with its brackets. */
  place: Place;
  settings: Fail2banSetting[];
}

export interface Fail2banConfig {
  uri: string;
  text: string;
  sections: Fail2banSection[];
  /** Whether the file can be said to lack a jail: the administrator's own, not a part of it. */
  isComplete: boolean;
}

const SECTION = /^\[([^\]\r\n]+)\]/;
const SETTING = /^([^\s=:#;[][^=:\r\n]*)[=:][ \t]*/;

/** Never throws; a line that is none is passed over, an indented one continues the setting before it. */
export function readFail2banConfig(uri: string, text: string): Fail2banConfig {
  const sections: Fail2banSection[] = [];
  for (const { text: line, at } of linesIn(text)) {
    const name = SECTION.exec(line)?.[1];
    const setting = name === undefined ? SETTING.exec(line) : null;
    if (name !== undefined)
      sections.push({ name: name.trim(), place: { uri, start: at, end: at + name.length + 2 }, settings: [] });
    else if (setting) {
      const from = setting[0].length;
      const key = setting[1]!.trimEnd();
      const rest = line.slice(from);
      const comment = rest.search(/[ \t][#;]/);
      const value = (comment < 0 ? rest : rest.slice(0, comment)).trimEnd();
      sections.at(-1)?.settings.push({
        key: key.toLowerCase(),
        keyPlace: { uri, start: at, end: at + key.length },
        value,
        place: { uri, start: at + from, end: at + from + value.length },
      });
    }
  }
  return { uri, text, sections, isComplete: /(?:^|[/\\])jail\.local$/i.test(uri) };
}

/** What a section says, the last of several. */
export const settingIn = (section: Fail2banSection | undefined, key: string): Fail2banSetting | undefined =>
  section?.settings.findLast((setting) => setting.key === key);

const UNITS: readonly [RegExp, number][] = [
  [/^(?:s|ss|se|sec\w*)?$/, 1],
  [/^(?:m|mm|mi|min\w*)$/, 60],
  [/^(?:h|hh|ho|hr|hour\w*)$/, 3600],
  [/^(?:d|dd|da|day\w*)$/, 86_400],
  [/^(?:w|ww|we|week\w*)$/, 604_800],
  [/^(?:mo|mon\w*)$/, 2_629_800],
  [/^(?:y|yy|ye|year\w*)$/, 31_557_600],
];

const secondsOf = spanReader(UNITS);

/** Seconds of `600`, `10m`, `1h 30m`; `-1` is for ever; undefined for what is not known. */
export const secondsOfBan = (written: string): number | undefined =>
  written.trim() === '-1' ? Number.POSITIVE_INFINITY : secondsOf(written.toLowerCase());
