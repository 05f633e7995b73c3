/**
 * The canonical form of an entry: JSON without spaces, its keys in one order. The bytes of the line
 * are what is hashed, so that any change of any byte shows.
 */
import { inertJson } from '../worker/text/inertJson';
import type { ContentMark, Dated, Detail, Entry, Writer } from './entry';

/** Longer texts are cut: a line is to stay a line. */
const MAX_TEXT = 1024;
const MAX_DETAILS = 16;
/** A wait that is told. */
const MIN_WAITED_MS = 1000;

export const NO_LINE = '0'.repeat(64);

/** @param now when it is written, milliseconds since 1970 */
export function entryOf(
  { at, offsetMinutes, op, target, result, ms, content, detail }: Dated,
  writer: Writer,
  { seq, prev, now }: { seq: number; prev: string; now: number },
): Entry {
  const waited = Math.round(now - at);
  const { user, host, source, via, app, version, rules } = writer;
  return {
    seq,
    time: new Date(at).toISOString(),
    offset: offsetText(offsetMinutes),
    op,
    ...(target !== undefined && { target: cut(target) }),
    result,
    ...(ms !== undefined && { ms: Math.max(0, Math.round(ms)) }),
    ...(content && { content: markOf(content) }),
    ...(detail && { detail: detailOf(detail) }),
    ...(waited >= MIN_WAITED_MS && { waited }),
    user: cut(user),
    host: cut(host),
    source: cut(source),
    via: cut(via),
    app,
    version: cut(version),
    rules,
    prev,
  };
}

/** Without the line feed, and without anything that a terminal obeys: a log is looked at with `cat`. */
export const lineOf = (entry: Entry): string => inertJson(JSON.stringify(entry));

const markOf = ({ bytes, sha256 }: ContentMark): ContentMark => ({ bytes, ...(sha256 !== undefined && { sha256 }) });

const detailOf = (detail: Detail): Detail =>
  Object.fromEntries(
    Object.entries(detail)
      .slice(0, MAX_DETAILS)
      .map(([key, value]) => [key, typeof value === 'string' ? cut(value) : value]),
  );

const cut = (text: string): string => (text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 1)}…` : text);

function offsetText(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}
