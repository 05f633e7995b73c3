/**
 * How long 1,000 mixed requests take that come at once, by sort: half of them (p50) and all but one
 * in a hundred (p99) were answered after so many milliseconds.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Asked, askAll } from '../test/faults/askAll';
import { windows } from '../test/faults/windows';

const WINDOWS = 100;

function row(name: string, some: readonly Asked[]): string {
  const times = some.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (share: number) => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))]!);
  return `| ${name} | ${some.length} | ${at(0.5)} | ${at(0.99)} |`;
}

async function main(): Promise<void> {
  const start = performance.now();
  const { asked, answers } = await askAll(windows(WINDOWS));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const wrong = asked.filter(({ isRight }) => !isRight).length;
  const report = `# What ${WINDOWS} windows ask at once

${asked.length} requests to one server thread, ${answers} answers, ${wrong} wrong, in ${seconds} s (its start included).
Node ${process.version}. \`npm run bench -- load\`

| | requests | p50 ms | p99 ms |
| --- | --- | --- | --- |
${row('all', asked)}
${[...new Set(asked.map(({ method }) => method))]
  .map((method) =>
    row(
      method,
      asked.filter((one) => one.method === method),
    ),
  )
  .join('\n')}
`;
  console.log(report);
  writeFileSync(join(__dirname, 'results/load.md'), report);
  process.exit(wrong > 0 || answers !== asked.length ? 1 : 0);
}

void main();
