// Checks that a source file is no longer than what one unit needs.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../run.mjs';

const MAX_LINES = 250;
const SOURCE = /\.(?:[cm]?[jt]s|mts|css|py)$/;
/** Tables out of a standard, which are looked up and not read. */
const TABLES = ['src/worker/compliance/checklist/clauses.ts', 'src/worker/compliance/checklist/highRiskCases.ts'];

const folders = ['src', 'media', 'test', 'bench', 'scripts'];

function sourceFiles() {
  const listed = execFileSync('git', ['ls-files', '--', ...folders, ':!test/fixtures'], {
    cwd: root,
    encoding: 'utf8',
  });
  return listed.split('\n').filter((file) => SOURCE.test(file) && existsSync(path.join(root, file)));
}

const linesOf = (file) => readFileSync(path.join(root, file), 'utf8').split('\n').length - 1;

export const lengths = {
  name: 'length of source files',
  async problems() {
    const files = sourceFiles();
    return [
      ...files
        .filter((file) => !TABLES.includes(file) && linesOf(file) > MAX_LINES)
        .map(
          (file) => `${file} has ${linesOf(file)} lines, more than ${MAX_LINES}: split it into units of one subject`,
        ),
      ...TABLES.filter((file) => !files.includes(file)).map((file) => `${file} is a table no more`),
    ];
  },
};
