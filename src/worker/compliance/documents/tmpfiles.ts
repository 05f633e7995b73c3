/** What systemd-tmpfiles makes and clears (tmpfiles.d(5)): a line each; linear and never throws. */
import type { Place } from '../model/value';
import { lineEndAt } from './text/lines';

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
  for (let at = 0; at < text.length; ) {
    const end = lineEndAt(text, at);
    const found = end - at < 10_000 ? LINE.exec(text.slice(at, end)) : null;
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
    at = text.indexOf('\n', end) + 1 || text.length;
  }
  return out;
}
