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

it('reads scripts and images of every document, and the last one as the pipeline', () => {
  const text = 'steps:\n  - image: a:1\n    commands: [one]\n---\nsteps:\n  - image: b:1\n    commands: [two]\n';
  const { scripts, images, root, problems } = readPipeline('file:///w/.drone.yml', text);
  expect(scripts.map((s) => s.text.trim())).toEqual(['one', 'two']);
  expect(images.map(({ known }) => known)).toEqual(['a:1', 'b:1']);
  expect([text.slice(root!.place.start, root!.place.start + 5), problems]).toEqual(['steps', []]);
  expect(root!.place.start).toBeGreaterThan(text.indexOf('---'));
});
