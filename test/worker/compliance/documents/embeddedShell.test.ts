import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPipeline } from '../../../../src/worker/compliance/documents/ci/ciYaml';
import { runContainers } from '../../../../src/worker/compliance/documents/dockerCommand/dockerRun';
import { makefileShells } from '../../../../src/worker/compliance/documents/makefile';
import { readFences } from '../../../../src/worker/compliance/documents/markdown';
import { parseShell } from '../../../../src/worker/compliance/documents/shell/shell';
import { fileKindOf } from '../../../../src/worker/compliance/kinds/index';
import type { Edit } from '../../../../src/worker/compliance/model/value';
import type { Kind } from '../../../../src/worker/protocol/fileKinds';

const commands = (kind: Kind, text: string, uri = 'u') =>
  fileKindOf[kind].read({ uri, text }, { text: () => null }).script![0]!.commands;
const words = (kind: Kind, text: string, uri?: string) =>
  commands(kind, text, uri).map((c) => c.words.map((w) => w.resolved));
const runs = (kind: Kind, text: string, uri?: string) => runContainers(commands(kind, text, uri), 'u', text);
const edited = (text: string, edits: Edit[] | undefined) =>
  edits &&
  [...edits].sort((a, b) => b.start - a.start).reduce((t, e) => t.slice(0, e.start) + e.newText + t.slice(e.end), text);

/** The image of the only run line, as it stands in the document. */
function imageText(kind: Kind, text: string, uri?: string): string {
  const [run] = runs(kind, text, uri);
  return text.slice(run!.container.image!.place.start, run!.container.image!.place.end);
}

describe('commands of two scripts', () => {
  const texts: [Kind, string][] = [
    ['ci', 'jobs:\n  a:\n    steps:\n      - run: a |\n      - run: b\n'],
    ['jenkins', "node {\n  sh 'a |'\n  sh 'b'\n}\n"],
    ['makefile', 'x:\n\ta |\n\tb\n'],
    ['systemd', '[Service]\nExecStartPre=a\nExecStart=b\n'],
    ['crontab', '0 1 * * * a |\n0 2 * * * b\n'],
    ['markdown', '```sh\na |\n```\n\n```sh\nb\n```\n'],
  ];
  it.each(texts)('%s: stand in no pipeline, list or shell together', (kind, text) => {
    const found = commands(kind, text);
    expect(found.map((c) => c.words[0]!.resolved)).toEqual(['a', 'b']);
    for (const c of found) expect([c.pipeline, c.list, c.script].map((group) => [...group])).toEqual([[c], [c], [c]]);
  });
});

describe('Makefile', () => {
  it('gives a recipe line a shell, or with .ONESHELL the whole recipe', () => {
    const text = 'x:\n\ta \\\n\t  b\n\n# c\n\td\ny:\n\te\n';
    const shells = (t: string) =>
      makefileShells(t).map((e) => parseShell(e).map((c) => c.words.map((w) => w.resolved)));
    expect(shells(text)).toEqual([[['a', 'b']], [['d']], [['e']]]);
    expect(shells(`.ONESHELL:\n${text}`)).toEqual([[['a', 'b'], ['d']], [['e']]]);
  });

  it('reads recipes and variables', () => {
    const text =
      'IMG := nginx:1.2 # c\nX = a\nX += b\nrun: dep\n\t@docker run -e H=$$HOME -v $(PWD):/x \\\n\t  $(IMG)\n\t-docker run $(X)\n\nnot: docker run z\n';
    expect(words('makefile', text)).toEqual([
      ['docker', 'run', '-e', 'H=\ufffc', '-v', '\ufffc:/x', 'nginx:1.2'],
      ['docker', 'run', '\ufffc'],
    ]);
    expect(imageText('makefile', text)).toBe('$(IMG)');
    expect(edited(text, runs('makefile', text)[0]!.container.writer.add([{ kind: 'readOnly' }]))).toContain(
      '\\\n\t  --read-only \\\n\t  $(IMG)\n',
    );
  });
});

describe('Jenkinsfile', () => {
  it('reads sh steps of every form, and nothing else', () => {
    const text = `pipeline {
  // sh 'docker run comment'
  /* sh 'docker run comment' */
  stages { stage('sh') { steps {
    sh 'docker run a:1'
    sh "docker run -e V=\${env.V} a:2 \\$HOME"
    sh(script: 'docker run a:3', returnStdout: true).trim()
    sh label: 'x', script: """
      docker run \\
        a:4
      docker run $IMAGE """
    sh(returnStatus: true, script: '''docker run 'a:5' \\'x\\' ''')
    echo 'docker run no'
    foo.sh 'docker run no'
    shell 'docker run no'
    sh command
    sh 'docker run open
  }}}
}
`;
    expect(words('jenkins', text).map((w) => w.join(' '))).toEqual([
      'docker run a:1',
      'docker run -e V=\ufffc a:2 \ufffc',
      'docker run a:3',
      'docker run a:4',
      'docker run \ufffc',
      'docker run a:5 x',
      'docker run open',
    ]);
  });

  it('places images and writes fixes where quoting allows', () => {
    const text = "node {\n  sh 'docker run \\'a:1\\''\n  sh 'docker run b:1'\n}\n";
    const [first, second] = runs('jenkins', text);
    expect(text.slice(first!.container.image!.place.start, first!.container.image!.place.end)).toBe('a:1');
    expect(edited(text, second!.container.writer.add([{ kind: 'readOnly' }]))).toContain(
      "sh 'docker run --read-only b:1'",
    );
  });
});

describe('systemd unit', () => {
  it('reads Exec lines', () => {
    const text =
      '[Service]\nEnvironment=A=docker run q\nExecStartPre=-/usr/bin/docker rm %n\nExecStart=/usr/bin/docker run --name %n \\\n# c\n  -e "A=b;c" -p 80:80 \\\n  nginx:1 a;b\nExecStop=/usr/bin/docker stop %n\n';
    expect(words('systemd', text).map((w) => w.slice(1).join(' '))).toEqual([
      'rm \ufffc',
      'run --name \ufffc -e A=b;c -p 80:80 nginx:1 a;b',
      'stop \ufffc',
    ]);
    expect(imageText('systemd', text)).toBe('nginx:1');
  });
});

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
});

describe('Markdown', () => {
  const fence = (language: string, body: string) =>
    `Text docker run no\n\n~~~\ndocker  run x\n~~~\n\n\`\`\`${language}\n${body}\n\`\`\`\n\nmore\n`;
  const images = (language: string, body: string) =>
    runs('markdown', fence(language, body))
      .slice(1)
      .map((r) => r.container.image?.known);

  it('reads shell fences, tagged or recognised', () => {
    expect(images('bash', 'docker run a')).toEqual(['a']);
    expect(images('', 'docker run a')).toEqual(['a']);
    expect(images('python', 'docker run a')).toEqual([]);
    expect(images('', 'a docker run a')).toEqual([]);
    expect(images('console', '$ docker run \\\n>  a\ndocker run output\n# docker run b')).toEqual(['a', 'b']);
    expect(images('bash', '$ docker run a\noutput run')).toEqual(['a']);
    expect(images('bash', '# docker run b\ndocker run a')).toEqual(['a']);
    expect(images('console', 'me@host:~/x$ docker run a')).toEqual(['a']);
  });

  it('reads PowerShell and cmd continuations', () => {
    expect(images('powershell', 'PS C:\\> docker run `\r\n  -v C:\\x:/y -e A=$env:B `\r\n  a')).toEqual(['a']);
    expect(images('cmd', 'rem x\r\ndocker run ^\r\n  -v %CD%:/y ^\r\n  a')).toEqual(['a']);
    const [, run] = runs('markdown', fence('powershell', 'docker run `\n  -v C:\\x:/y `\n  a'));
    expect(run!.container.mounts[0]?.source?.known).toBe('C:\\x');
    const text = fence('powershell', 'docker run `\n  -d `\n  a');
    expect(edited(text, runs('markdown', text)[1]!.container.writer.add([{ kind: 'readOnly' }]))).toContain(
      '-d `\n  --read-only `\n  a',
    );
  });

  it.each([
    ['services:\n  a:\n    image: a:1', ['yaml']],
    ['# Shop\nname: shop\nservices:\n  a:\n    build: .', ['yaml']],
    ['FROM a:1\nRUN make', ['dockerfile']],
    ['\n# syntax=docker/dockerfile:1\nfrom a:1 as b\nCOPY . .', ['dockerfile']],
    ['services:\n  a: {}', []],
    ['FROM here to there\nRUN away', []],
    ['FROM a\nSELECT b', []],
    ['From a:1\nwe go on.', []],
  ])('recognises an untagged fence: %j', (content, kinds) =>
    expect(readFences(`\`\`\`\n${content}\n\`\`\`\n`).map(({ kind }) => kind)).toEqual(kinds),
  );

  it('reads fences in lists and to the end', () => {
    const text = '- x\n  ```sh\n  docker run a\n  ```\n\n````sh\n```\ndocker run b\n';
    expect(runs('markdown', text).map((r) => r.container.image?.known)).toEqual(['a', 'b']);
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    ...[
      'docker run ',
      '-p 80:80 ',
      'img',
      '\n',
      '\r\n',
      '\t',
      '  ',
      '```sh\n',
      '```\n',
      '~~~\n',
      'run: ',
      '- ',
      '|\n',
      '>-\n',
      'script:\n',
      '"',
      "'",
    ],
    ...[
      '\\',
      '\\\n',
      '`\n',
      '^\n',
      '$$',
      '$(X)',
      '${{ x }}',
      'ExecStart=',
      '%n',
      '%%',
      ';',
      '#',
      ': ',
      '$ ',
      'X := 1\n',
      '{',
      '[',
      ']',
      '&a ',
      '*a ',
      '\ufeff',
    ],
  );
  it.each<Kind>(['shell', 'makefile', 'ci', 'systemd', 'markdown'])(
    '%s never throws and keeps every place inside',
    (kind) => {
      fc.assert(
        fc.property(
          fc.array(piece, { maxLength: 40 }).map((p) => p.join('')),
          fc.constantFrom('a.sh', 'a.ps1', 'a.cmd'),
          (text, uri) => {
            for (const command of commands(kind, text, uri)) {
              for (const span of [command, ...command.words]) {
                expect(span.start).toBeGreaterThanOrEqual(0);
                expect(span.end).toBeGreaterThanOrEqual(span.start);
                expect(span.end).toBeLessThanOrEqual(text.length);
              }
            }
            for (const { container } of runs(kind, text, uri)) {
              const edits = container.writer.add([{ kind: 'readOnly' }]) ?? [];
              for (const edit of edits) expect(edit.start).toBeLessThanOrEqual(text.length);
            }
          },
        ),
        { numRuns: 1500, seed: 9 },
      );
    },
  );
});
