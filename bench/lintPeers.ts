/** Other linters of deployment files, in process and as the commands that they install. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { CorpusFile } from './lintCorpus';

const require = createRequire(__filename);

export interface Peer {
  name: string;
  files: CorpusFile[];
  inProcess: (file: CorpusFile) => unknown;
  process: (paths: string[]) => string[];
}

export async function peers(files: readonly CorpusFile[]): Promise<Peer[]> {
  const dockerfiles = files.filter(({ name }) => name.endsWith('Dockerfile'));
  const composes = files.filter(({ name }) => name.endsWith('compose.yaml'));
  const bin = (of: string, file: string) => join(dirname(require.resolve(`${of}/package.json`)), file);
  const dockerfilelint = require('dockerfilelint') as { run(config: string, text: string): unknown };
  const { validate } = require('dockerfile-utils') as { validate(text: string): unknown };
  const dclint = (await import('dclint')) as unknown as {
    DCLinter: new (config: object) => { lintFiles(paths: string[]): unknown };
  };
  const linter = new dclint.DCLinter({ rules: {}, quiet: false, debug: false, exclude: [] });
  return [
    {
      name: 'dockerfilelint 1.8.0',
      files: dockerfiles,
      inProcess: ({ text }) => dockerfilelint.run('', text),
      process: (paths) => [bin('dockerfilelint', 'bin/dockerfilelint'), ...paths],
    },
    {
      name: 'dockerfile-utils 0.16.3',
      files: dockerfiles,
      inProcess: ({ text }) => validate(text),
      process: (paths) => [bin('dockerfile-utils', 'bin/dockerfile-utils'), 'lint', paths[0]!],
    },
    {
      name: 'dclint 3.1.0',
      files: composes,
      inProcess: ({ name }) => linter.lintFiles([name]),
      process: (paths) => [bin('dclint', 'bin/dclint.cjs'), ...paths],
    },
  ];
}
