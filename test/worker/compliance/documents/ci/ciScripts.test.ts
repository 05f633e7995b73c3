/** Scripts of CI files. */
import { describe, expect, it } from 'vitest';
import { readPipeline } from '../../../../../src/worker/compliance/documents/ci/ciYaml';
import { edited, runs, words } from '../embeddedShell';

describe('CI YAML', () => {
  it('reads both forms of a CircleCI step', () => {
    const text =
      'steps:\n  - run: docker run a:1\n  - run:\n      name: docker run no\n      command: |\n        docker run a:2\n';
    expect(words('ci', text).map((w) => w.join(' '))).toEqual(['docker run a:1', 'docker run a:2']);
  });

  it('reads GitHub Actions steps of every scalar style', () => {
    const text = `jobs:
  a:
    container: node:20
    services: {db: {image: "postgres:\${{ x }}"}}
    steps:
      - run: docker run a:1
      - run: "docker run \\"a:2\\""
      - run: 'docker run ''a:3'''
      - run: |
          docker run \\
            -p 80:80 \\
            a:4
          cat <<E
          body
          E
          docker run a:5
      - run: >-
          docker run
          -p 80:80
          a:6
      - run: docker run \${{ env.A }} a:7
      - {run: docker run a:8}
      - shell: python
        run: docker run a:9
`;
    const found = runs('ci', text);
    expect(found.map((r) => r.container.image?.known)).toEqual([
      'a:1',
      'a:2',
      'a:3',
      'a:4',
      'a:5',
      'a:6',
      'a:7',
      'a:8',
    ]);
    for (const { container } of found) {
      const { start, end } = container.image!.place;
      expect(text.slice(start, end)).toBe(container.image!.known);
      expect(text.slice(container.anchor.start, container.anchor.end)).toBe('run');
    }
    expect(found[6]!.container.complete).toBe(false);
    const added = edited(text, found[3]!.container.writer.add([{ kind: 'readOnly' }]));
    expect(added).toContain('            -p 80:80 \\\n            --read-only \\\n            a:4\n');
    expect(readPipeline('u', text).images.map((i) => [i.known, i.resolved])).toEqual([
      ['node:20', 'node:20'],
      [undefined, 'postgres:\ufffc'],
    ]);
  });

  it('reads GitLab scripts as one shell', () => {
    const text = `build:\n  image: {name: docker:27}\n  before_script: [ "I=a:1" ]\n  script:\n    - I=a:2\n    - docker run "$I"\n    - - docker run b:1\n`;
    expect(runs('ci', text).map((r) => r.container.image?.known)).toEqual(['a:2', 'b:1']);
    expect(readPipeline('u', text).images.map((i) => i.known)).toEqual(['docker:27']);
  });

  it('fills in what the pipeline sets, by every syntax, and leaves the shell its commands', () => {
    const words = (uri: string, text: string) =>
      readPipeline(`file:///w/${uri}`, text).scripts.map((s) => s.text.trim());
    expect(
      words('.github/workflows/a.yml', 'env: {A: a}\njobs: {j: {steps: [{run: "${{ env.A }} ${{ env.B }}"}]}}\n'),
    ).toEqual(['a \ufffc']);
    expect(words('azure-pipelines.yml', 'variables: {A: a}\nsteps: [{script: "$(A) $(pwd) $[ x ]"}]\n')).toEqual([
      'a $(pwd) \ufffc',
    ]);
    const gitlab = 'variables: {A: "a:1"}\nj: {script: [docker run $A]}\n';
    expect(runs('ci', gitlab).map((r) => r.container.image?.known)).toEqual(['a:1']);
  });
});
