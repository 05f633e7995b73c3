/** Of a line what verifying needs, read from its ends: parsing all of it takes most of the time. */
import type { Detail } from './entry';
import { entryIn } from './entryIn';
import { linePatterns } from './linePatterns';

export interface VerifiedParts {
  seq: number;
  time: string;
  waited?: number;
  prev: string;
  op: string;
  /** Of what the log says of itself. */
  detail?: Detail;
}

const { time: TIME, offset: OFFSET } = linePatterns;
const HEAD = new RegExp(`^\\{"seq":(\\d{1,15}),"time":"(${TIME})","offset":"${OFFSET}","op":"([A-Za-z]{1,20})",`);
const HEAD_BYTES = 120;
const TAIL = /,"prev":"([0-9a-f]{64})"\}$/;
const TAIL_BYTES = 76;
/** In a text its quotes would be escaped. */
const WAITED = Buffer.from('"waited":');

/** Undefined for a line that is no entry. What stands between its ends is held by the next hash. */
export function verifiedParts(line: Buffer): VerifiedParts | undefined {
  const [, seq, time, op] = HEAD.exec(line.toString('latin1', 0, Math.min(HEAD_BYTES, line.length))) ?? [];
  const [, prev] = TAIL.exec(line.toString('latin1', Math.max(0, line.length - TAIL_BYTES), line.length)) ?? [];
  if (seq === undefined || time === undefined || op === undefined || prev === undefined || op === 'log')
    return entryIn(line);
  return line.includes(WAITED) ? entryIn(line) : { seq: Number(seq), time, op, prev };
}
