/** Scripts of pipelines. */
import { expect, it } from 'vitest';
import { readPipeline } from '../../../../../src/worker/compliance/documents/ci/ciYaml';

it('reads no script where data has the name of one', () => {
  const text =
    'jobs:\n  matrix:\n    env: {script: no}\n    strategy: {matrix: {run: [no]}}\n    steps:\n      - run: yes\n' +
    '      - uses: actions/github-script@v7\n        with: {script: no}\n      - uses: acme/ssh@v1\n        with: {script: yes}\n';
  expect(readPipeline('file:///w/.github/workflows/a.yml', text).scripts.map((s) => s.text.trim())).toEqual([
    'yes',
    'yes',
  ]);
});
