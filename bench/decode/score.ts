/** From the reads of all pictures to the numbers of the table. */
import { isInside } from '../../src/worker/qr/decode/quad';
import type { BenchPicture } from './corpus';
import type { BenchRead } from './engines';

export interface BenchRow {
  engine: string;
  picture: BenchPicture;
  reads: BenchRead[];
  /** Processor time, which other programs on the machine disturb less than wall time. */
  cpuMs: number;
  wallMs: number;
  error?: string;
}

export interface EngineScore {
  engine: string;
  /** How many pictures it was shown: a run may have been ended early. */
  pictures: number;
  /** Per BoofCV category, per cent of its symbols; `mean` over the categories. */
  rates: Record<string, number>;
  mean: number;
  symbols: number;
  symbolsOf: number;
  /**
   * Pictures of the ZXing black boxes whose text is exact, and pictures where only something else
   * was read.
   */
  exact: number;
  exactOf: number;
  wrongTexts: string[];
  falsePositives: string[];
  errors: number;
  cpuMs: { boofcv: Times; zxing: Times; empty: Times };
  wallMs: { boofcv: Times };
}

export interface Times {
  median: number;
  mean: number;
  p95: number;
}

export function timesOf(values: number[]): Times {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { median: at(0.5), mean: sorted.reduce((sum, v) => sum + v, 0) / Math.max(1, sorted.length), p95: at(0.95) };
}

/**
 * What was read of each of a picture's labelled symbols: a read with a centre inside takes one
 * label.
 */
function textsRead({ picture: { quads = [] }, reads }: BenchRow): (string | undefined)[] {
  const texts = quads.map((): string | undefined => undefined);
  for (const { text, centre } of reads) {
    const label = text && centre ? quads.findIndex((quad, i) => texts[i] === undefined && isInside(centre, quad)) : -1;
    if (label >= 0) texts[label] = text;
  }
  return texts;
}

const labelsRead = (row: BenchRow): number => textsRead(row).filter((text) => text !== undefined).length;

/**
 * Whether a text was read that no symbol at its place is known to have; labels of a picture may
 * overlap.
 */
function isMisread(row: BenchRow): boolean {
  const { texts, quads } = row.picture;
  return (
    !!texts &&
    row.reads.some(({ text, centre }) => {
      const there = texts.filter((_, i) => centre && isInside(centre, quads![i]!));
      return there.length > 0 && !there.includes(null) && !there.includes(text);
    })
  );
}

export function scoreOf(engine: string, rows: BenchRow[]): EngineScore {
  const boofcv = rows.filter(({ picture }) => picture.quads);
  const boxes = rows.filter(({ picture }) => picture.text !== undefined);
  const empty = rows.filter(({ picture }) => picture.empty);
  const groups = [...new Set(boofcv.map(({ picture }) => picture.group))].sort();
  const count = (some: BenchRow[]) => ({
    read: some.reduce((sum, row) => sum + labelsRead(row), 0),
    of: some.reduce((sum, { picture }) => sum + picture.quads!.length, 0),
  });
  const rates = Object.fromEntries(
    groups.map((group) => {
      const { read, of } = count(boofcv.filter(({ picture }) => picture.group === group));
      return [group, (100 * read) / of];
    }),
  );
  const total = count(boofcv);
  const isExact = ({ picture, reads }: BenchRow) =>
    reads.some(({ text }) => text.replace(/[\r\n]+$/, '') === picture.text);
  const name = ({ picture, reads }: BenchRow) =>
    `${picture.group}/${picture.file.split(/[\\/]/).pop()}: ${reads
      .map(({ text }) => text)
      .join(' | ')
      .slice(0, 60)}`;
  const cpu = (some: BenchRow[]) => timesOf(some.map(({ cpuMs }) => cpuMs));
  return {
    engine,
    pictures: rows.length,
    rates,
    mean: groups.reduce((sum, group) => sum + rates[group]!, 0) / Math.max(1, groups.length),
    symbols: total.read,
    symbolsOf: total.of,
    exact: boxes.filter(isExact).length,
    exactOf: boxes.length,
    wrongTexts: [...boxes.filter((row) => row.reads.length && !isExact(row)), ...boofcv.filter(isMisread)].map(name),
    falsePositives: empty.filter(({ reads }) => reads.length).map(name),
    errors: rows.filter(({ error }) => error).length,
    cpuMs: { boofcv: cpu(boofcv), zxing: cpu(boxes), empty: cpu(empty) },
    wallMs: { boofcv: timesOf(boofcv.map(({ wallMs }) => wallMs)) },
  };
}
