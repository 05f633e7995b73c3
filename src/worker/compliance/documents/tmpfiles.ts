/** What systemd-tmpfiles makes and clears (tmpfiles.d(5)): a line each; linear and never throws. */
import type { Place } from '../model/value';
import { linesIn } from './text/lines';

export interface Tmpfile {
  /** `d`, `D`, `e`, … without `+!-=~^`. */
  type: string;
  path: string;
  /** Files older than some time are removed there. */
  hasAge: boolean;
  place: Place;
}

const LINE = /^[ \t]*([a-zA-Z])[+!\-=~^$]*[ \t]+("[^"\n]*"|'[^'\n]*'|\S+)((?:[ \t]+(?:"[^"\n]*"|\S+)){0,4})/;

export function readTmpfiles(uri: string, text: string): Tmpfile[] {
  const out: Tmpfile[] = [];
  for (const { text: line, at } of linesIn(text)) {
    const found = line.length < 10_000 ? LINE.exec(line) : null;
    if (found) {
      const [whole, type = '', path = '', rest = ''] = found;
      const age = rest.trim().split(/[ \t]+/)[3];
      const isCleared = /^[dDevqQC]$/.test(type);
      out.push({
        type,
        path: path.replace(/^["']|["']$/g, ''),
        hasAge: isCleared && age !== undefined && /^~?(?:\w+:)?\d/.test(age),
        place: { uri, start: at, end: at + whole.length },
      });
    }
  }
  return out;
}
