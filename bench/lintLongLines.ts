/**
 * What one long line costs in process, at three lengths: whatever a machine writes in one piece,
 * without a line break.
 */
import { lintContext } from './lintContext';
import { processorMs } from './processorMs';
import { lint } from './shippedLinter';

const SIZES = [100_000, 400_000, 1_000_000];

/** A unit is repeated between the head and the tail. */
const SUBJECTS: { name: string; what: string; head: string; unit: string; tail: string }[] = [
  {
    name: 'compose.yaml',
    what: 'services of a flow map',
    head: 'services: {',
    unit: 's#: {image: nginx}, ',
    tail: '}\n',
  },
  { name: '.gitlab-ci.yml', what: 'steps of a flow list', head: 'a: {script: [', unit: '"echo #", ', tail: ']}\n' },
  { name: 'Jenkinsfile', what: 'steps', head: 'node { ', unit: "sh 'echo #'; ", tail: '}\n' },
  { name: 'run.sh', what: 'commands', head: '', unit: 'echo a# | cat && ', tail: 'true\n' },
  { name: 'run.sh', what: 'options of one command', head: 'docker run ', unit: '-e A#=b ', tail: 'nginx\n' },
  { name: 'run.sh', what: 'substitutions within each other', head: 'echo ', unit: '$(', tail: '\n' },
  { name: 'Dockerfile', what: 'commands of one RUN', head: 'FROM alpine\nRUN ', unit: 'echo a# && ', tail: 'true\n' },
  { name: 'crontab', what: 'commands of one entry', head: '0 0 * * * ', unit: 'echo a#; ', tail: '\n' },
];

const textOf = ({ head, unit, tail }: (typeof SUBJECTS)[number], size: number): string =>
  head + Array.from({ length: Math.ceil(size / unit.length) }, (_, i) => unit.replace('#', String(i))).join('') + tail;

/** Rows of a table; processor time of this process. */
export function longLines(): string[] {
  const rows = SUBJECTS.map((subject) => {
    const cells = SIZES.map((size) => {
      const text = textOf(subject, size);
      const ms = processorMs(() => lint({ uri: `file:///w/${subject.name}`, text }, lintContext));
      return `${ms.toFixed(0)} (${(text.length / 1e6).toFixed(1)})`;
    });
    return `| ${[subject.name, subject.what, ...cells].join(' | ')} |`;
  });
  const sizes = SIZES.map((size) => `about ${size / 1000} kB: ms (MB)`).join(' | ');
  return [`| file | one line of | ${sizes} |`, `| ---${' | ---'.repeat(SIZES.length + 1)} |`, ...rows];
}
