/**
 * How many findings on foreign files are right, as a person judged them line by line: `npm run
 * bench -- precision --folder DIR --judgements FILE [--profile mlps3]`. FILE holds a line per
 * judgement, its columns apart by tabs: file (from DIR), line, rule, verdict (`right`, `arguable`
 * or `wrong`), reason. Prints the precision of each rule and of all, with an arguable finding
 * counted as wrong; findings that nobody judged yet, in the form of that file; and judgements whose
 * finding no longer occurs.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Finding } from '../src/worker/protocol/finding';

const { values } = parseArgs({
  options: {
    folder: { type: 'string' },
    judgements: { type: 'string' },
    profile: { type: 'string', default: 'recommended' },
  },
});

const VERDICTS = ['right', 'arguable', 'wrong'] as const;
type Verdict = (typeof VERDICTS)[number];
type Count = Record<Verdict, number>;

interface Judged {
  key: string;
  verdict: Verdict;
}

/** Where a finding stands: file, line, rule; several at one place are one judgement. */
const keyOf = (file: string, line: number | string, rule: string): string => [file, line, rule].join('\t');

function findingsIn(
  folder: string,
  profile: string,
): { key: string; rule: string; severity: string; message: string }[] {
  const cli = join(__dirname, '../dist/cli.js');
  const args = [cli, 'lint', '--no-config', '--fail-on', 'never', '--format', 'json', '--profile', profile, folder];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 30 });
  if (status !== 0) throw new Error(stderr || `lint ended with ${status}`);
  const { files } = JSON.parse(stdout) as { files: { path: string; findings: Finding[] }[] };
  return files.flatMap(({ path, findings }) =>
    findings.map(({ rule, severity, message, range }) => ({
      key: keyOf(relative(folder, resolve(path)), range.start.line + 1, rule),
      rule,
      severity,
      message,
    })),
  );
}

function judgementsOf(file: string): Judged[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, i): Judged[] => {
      if (line.trim() === '' || line.startsWith('#')) return [];
      const [path = '', at = '', rule = '', verdict = ''] = line.split('\t');
      if (!(VERDICTS as readonly string[]).includes(verdict))
        throw new Error(`${file}:${i + 1}: "${verdict}" is none of ${VERDICTS.join(', ')}`);
      return [{ key: keyOf(path, at, rule), verdict: verdict as Verdict }];
    });
}

function row(name: string, { right, arguable, wrong }: Count): string {
  const share = (100 * right) / (right + arguable + wrong);
  return `| ${name} | ${right} | ${arguable} | ${wrong} | ${share.toFixed(1)} |`;
}

function main(folder: string, judgements: string): void {
  const findings = findingsIn(resolve(folder), values.profile);
  const judged = new Map(judgementsOf(judgements).map(({ key, verdict }) => [key, verdict]));
  const counts = new Map<string, Count>();
  const all: Count = { right: 0, arguable: 0, wrong: 0 };
  const falseErrors: string[] = [];
  for (const { key, rule, severity } of findings) {
    const verdict = judged.get(key);
    if (!verdict) continue;
    const count = counts.get(rule) ?? { right: 0, arguable: 0, wrong: 0 };
    counts.set(rule, count);
    count[verdict]++;
    all[verdict]++;
    if (severity === 'error' && verdict !== 'right') falseErrors.push(`${key}\t${verdict}`);
  }
  const found = new Set(findings.map(({ key }) => key));
  const open = findings.filter(({ key }) => !judged.has(key)).map(({ key, message }) => `${key}\t?\t${message}`);
  const gone = [...judged].filter(([key]) => !found.has(key)).map(([key, verdict]) => `${key}\t${verdict}`);
  const list = (title: string, lines: readonly string[]) => [
    '',
    `${title}: ${lines.length}`,
    '',
    ...lines.map((line) => `    ${line}`),
  ];
  const lines = [
    `| rule | right | arguable | wrong | right, % |`,
    '| --- | --- | --- | --- | --- |',
    ...[...counts].sort(([a], [b]) => a.localeCompare(b)).map(([rule, count]) => row(rule, count)),
    row('all', all),
    ...list('Errors that are not right', falseErrors),
    ...list('Not judged yet', open),
    ...list('Judged, but no longer found', gone),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

if (values.folder && values.judgements) main(values.folder, values.judgements);
else {
  console.error('npm run bench -- precision --folder DIR --judgements FILE [--profile recommended|mlps3]');
  process.exitCode = 2;
}
