/**
 * How long the report of a thousand files takes after they were checked, and how large it is, in each
 * format and layout: processor time of assessing and writing, the fastest of three.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AssessInput, assess } from '../src/worker/compliance/assess/assess';
import { type ReportLayout, reportLayouts } from '../src/worker/compliance/assess/report/assessmentInput';
import { type AssessmentReporter, assessmentReporters } from '../src/worker/compliance/assess/report/index';
import { rules } from '../src/worker/compliance/rules/index';
import {
  differentFiles,
  FILES_OF_A_PROJECT as FILES_OF_ANOTHER,
} from '../test/worker/compliance/assess/differentFiles';
import { FILES_OF_A_PROJECT, manyFiles } from '../test/worker/compliance/assess/manyFiles';
import { processorMs } from './processorMs';

const FILES = 1000;
const SAMPLES = 3;

/** Seconds of the processor, and what came out. */
function timed<T>(work: () => T): [seconds: number, made: T] {
  let made: T | undefined;
  const ms = Array.from({ length: SAMPLES }, () =>
    processorMs(() => {
      made = work();
    }),
  );
  return [Math.min(...ms) / 1000, made!];
}

/** What is measured of a workspace, as a part of the page. */
function measured(title: string, input: AssessInput): string {
  const [assessing, assessment] = timed(() => assess(input));
  const rows = Object.entries<AssessmentReporter>(assessmentReporters).flatMap(([format, reporter]) => {
    // Of a comparison there is nothing without an earlier report.
    const ways = reporter.hasLayouts ? reportLayouts.filter((layout) => layout !== 'appendix-b') : [undefined];
    return ways.map((layout?: ReportLayout) => {
      const given = { assessment, rules, locale: 'zh-cn', layout } as const;
      const [seconds, made] = timed(() => reporter.write(given));
      const size = (Buffer.from(made as string).length / 1e6).toFixed(2);
      return `| ${format} | ${layout ?? ''} | ${(assessing + seconds).toFixed(2)} | ${size} |\n`;
    });
  });
  const { findings, objects, items } = assessment;
  return `## ${title}

${findings.length} findings, ${objects.length} objects, ${items.length} control items of objects. Assessing takes ${assessing.toFixed(2)} s of that.

| format | layout | s after the check | MB |
| --- | --- | --- | --- |
${rows.join('')}`;
}

const report = `# The report of ${FILES} files

Node ${process.version}, one thread. \`npm run bench -- report\`

${measured('A hundred projects alike', manyFiles(FILES / FILES_OF_A_PROJECT))}
${measured('No two files with the same faults', differentFiles(FILES / FILES_OF_ANOTHER))}`;
console.log(report);
writeFileSync(join(__dirname, 'results/report.md'), report);
