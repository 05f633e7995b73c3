/** The scores as Markdown tables. */
import type { EngineScore, Times } from './score';

export interface BenchHead {
  date: string;
  machine: string;
  node: string;
  half: string;
  pictures: number;
  versions: Record<string, string>;
  /** What a reader must know about this run. */
  note?: string;
}

const row = (cells: (string | number)[]) => `| ${cells.join(' | ')} |`;
const ms = ({ median, mean, p95 }: Times) => `${median.toFixed(1)} / ${mean.toFixed(0)} / ${p95.toFixed(0)}`;

export function toMarkdown(head: BenchHead, scores: readonly EngineScore[]): string {
  const names = scores.map(({ engine }) => engine);
  const groups = Object.keys(scores[0]?.rates ?? {});
  const rule = (count: number) => row(['---', ...Array(count).fill('---:')]);
  return [
    `# Reading QR codes: ${head.date}`,
    '',
    `${head.pictures} pictures (BoofCV half: ${head.half}), ${head.machine}, Node ${head.node}; ${Object.entries(
      head.versions,
    )
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')}.`,
    'Times are processor milliseconds of one thread, median / mean / 95th percentile. `fast`, `normal`, `thorough` (ours) and `zxing-wasm` take the file, so their',
    'time includes decoding it; the others are given finished pixels.',
    ...(head.note ? ['', head.note] : []),
    '',
    row(['', ...names]),
    rule(names.length),
    row(['**BoofCV, mean of categories %**', ...scores.map(({ mean }) => `**${mean.toFixed(1)}**`)]),
    row(['pictures measured', ...scores.map(({ pictures }) => pictures)]),
    row(['symbols read', ...scores.map(({ symbols, symbolsOf }) => `${symbols} / ${symbolsOf}`)]),
    row(['ZXing black boxes, exact text', ...scores.map(({ exact, exactOf }) => `${exact} / ${exactOf}`)]),
    row(['pictures with another text', ...scores.map(({ wrongTexts }) => wrongTexts.length)]),
    row(['false positives', ...scores.map(({ falsePositives }) => falsePositives.length)]),
    row(['errors', ...scores.map(({ errors }) => errors)]),
    row(['ms, BoofCV', ...scores.map(({ cpuMs }) => ms(cpuMs.boofcv))]),
    row(['ms, ZXing black boxes', ...scores.map(({ cpuMs }) => ms(cpuMs.zxing))]),
    row(['ms, pictures without a symbol', ...scores.map(({ cpuMs }) => ms(cpuMs.empty))]),
    ...groups.map((group) => row([group, ...scores.map(({ rates }) => rates[group]!.toFixed(1))])),
    '',
    ...scores.flatMap(({ engine, wrongTexts, falsePositives }) => [
      ...wrongTexts.map((text) => `- ${engine}, another text: ${text.replace(/[\r\n|]+/g, ' ')}`),
      ...falsePositives.map((text) => `- ${engine}, false positive: ${text.replace(/[\r\n|]+/g, ' ')}`),
    ]),
    '',
  ].join('\n');
}
