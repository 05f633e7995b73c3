/** A Dockerfile is judged as the files around it build it. */
import { describe, expect, it } from 'vitest';
import { lint } from '../../../../src/worker/compliance/lint';
import type { Profile } from '../../../../src/worker/protocol/finding';
import { treeFiles } from '../treeFiles';

const STAGES = `FROM python:3.12-slim AS prod
USER root
CMD ["gunicorn", "app:app"]
FROM prod AS tools
RUN apt-get install -y gdb
USER 10001
`;

function found(
  texts: Record<string, string>,
  { of = 'Dockerfile', profile = 'recommended' as Profile, top = 'file:///w/' } = {},
) {
  const files = treeFiles(Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${top}${name}`, text])));
  const uri = `${top}${of}`;
  const { findings } = lint(
    { uri, text: texts[of]! },
    { files, folder: top === '' ? undefined : 'file:///w', locale: 'en', profile, today: '2026-11-30', group: false },
  );
  return findings.map((f) => ({ ...f, rule: f.rule.slice(5), line: f.range.start.line + 1 }));
}

const users = (texts: Record<string, string>, how?: Parameters<typeof found>[1]) =>
  found(texts, how).flatMap(({ rule, line }) => (rule === 'RUN-001' ? [line] : []));

const service = (build: string) => `services:\n  web:\n    build: ${build}\n`;

describe('the stage that is built', () => {
  const builders: [name: string, text: string][] = [
    ['compose.yaml', service('{ context: ., target: prod }')],
    ['compose.yaml', service('{ context: ., target: "${STAGE:-prod}" }')],
    ['deploy/compose.yaml', service('{ context: .., target: prod }')],
    ['Makefile', 'image:\n\tdocker build -t app:1 --target prod .\n'],
    ['Makefile', 'image:\n\tdocker buildx build --platform linux/amd64 --target=prod -t app:1 --push .\n'],
    ['scripts/build.sh', 'cd "$(dirname "$0")/.."\npodman build -f Dockerfile --target prod -t app .\n'],
    ['.gitlab-ci.yml', 'build:\n  script:\n    - docker build --target prod -t $IMAGE .\n    - docker push $IMAGE\n'],
    [
      '.gitlab-ci.yml',
      'build:\n  script:\n    - /kaniko/executor --context $CI_PROJECT_DIR --dockerfile $CI_PROJECT_DIR/Dockerfile --target prod --destination $IMAGE\n',
    ],
    [
      '.github/workflows/image.yml',
      'jobs:\n  a:\n    steps:\n      - uses: docker/build-push-action@v6\n        with:\n          context: .\n          target: prod\n          push: true\n',
    ],
    ['README.md', '# App\n\n```sh\ndocker build --target prod -t app .\n```\n'],
  ];

  it.each(builders)('is judged, not the last one: %s', (name, text) => {
    expect(users({ Dockerfile: STAGES, [name]: text })).toEqual([2]);
    expect(users({ Dockerfile: STAGES, [name]: text }, { top: '' })).toEqual([2]);
  });

  it('is the last one where nobody names another', () => {
    expect(users({ Dockerfile: STAGES })).toEqual([]);
    expect(users({ Dockerfile: STAGES, 'compose.yaml': service('.') })).toEqual([]);
    const other = 'image:\n\tdocker build --target prod other\n';
    expect(users({ Dockerfile: STAGES, 'other/Dockerfile': STAGES, Makefile: other })).toEqual([]);
    expect(
      users({ Dockerfile: STAGES, 'other/Dockerfile': STAGES, Makefile: other }, { of: 'other/Dockerfile' }),
    ).toEqual([2]);
    expect(
      users({ Dockerfile: STAGES, 'a/Dockerfile': STAGES, 'a/Makefile': 'x:\n\tdocker build --target prod .\n' }),
    ).toEqual([]);
  });

  it('with others is every one that somebody builds', () => {
    const Dockerfile = 'FROM alpine:3.21 AS a\nUSER root\nFROM alpine:3.21 AS b\nUSER 0\nFROM alpine:3.21\nUSER 1\n';
    const compose =
      'services:\n  a:\n    build: { context: ., target: a }\n  b:\n    build: { context: ., target: b }\n';
    expect(users({ Dockerfile, 'compose.yaml': compose })).toEqual([2, 4]);
  });

  it('is told with who builds it', () => {
    const [root] = found({ Dockerfile: STAGES, 'compose.yaml': service('{ context: ., target: prod }') }).filter(
      ({ rule }) => rule === 'RUN-001',
    );
    expect(root!.related).toMatchObject([{ uri: 'file:///w/compose.yaml', message: 'It is built so here.' }]);
  });

  it('has one answer in both files about its user', () => {
    const Dockerfile = (user: string) =>
      `FROM python:3.12 AS prod\n${user}EXPOSE 80\nCMD ["app"]\nFROM prod AS x\nUSER 1\n`;
    const of = (user: string, of: string, profile?: 'mlps3') =>
      found({ Dockerfile: Dockerfile(user), 'compose.yaml': service('{ context: ., target: prod }') }, { of, profile })
        .filter(({ rule }) => rule === 'RUN-002')
        .map(({ line }) => line);
    expect([of('', 'Dockerfile', 'mlps3'), of('', 'compose.yaml', 'mlps3')]).toEqual([[1], [2]]);
    expect([of('USER 1000\n', 'Dockerfile'), of('USER 1000\n', 'compose.yaml')]).toEqual([[], []]);
    // In the smaller profile it is told where it is to be mended.
    expect([of('', 'Dockerfile'), of('', 'compose.yaml')]).toEqual([[1], []]);
  });

  it('for development gets what files for development get, and leaves the last one to be judged', () => {
    const Dockerfile = 'FROM alpine:3.21 AS dev\nUSER root\nFROM alpine:3.21 AS prod\nUSER 0\nCMD ["app"]\n';
    for (const [name, target] of [
      ['compose.yaml', 'dev'],
      ['compose.dev.yaml', 'dev'],
    ] as const) {
      const texts = { Dockerfile, [name]: service(`{ context: ., target: ${target} }`) };
      expect(users(texts)).toEqual([4]);
      expect(users(texts, { profile: 'mlps3' })).toEqual([2, 4]);
    }
  });

  it('for another one to go on from is not shipped', () => {
    const Dockerfile =
      'FROM golang:1.24 AS builder\nUSER root\nRUN make\nFROM alpine:3.21\nCOPY --from=builder /a /a\nUSER 1\n';
    const Makefile = 'x:\n\tdocker build --target builder -t a:builder .\n\tdocker build -t a .\n';
    expect(users({ Dockerfile, Makefile })).toEqual([]);
  });

  it('alone pulls images', () => {
    const Dockerfile = 'FROM alpine:3.21 AS prod\nUSER 1\nFROM node:latest AS docs\nUSER 1\n';
    const images = (texts: Record<string, string>) =>
      found(texts, { profile: 'mlps3' }).flatMap(({ rule, line }) => (rule === 'IMG-002' ? [line] : []));
    expect(images({ Dockerfile })).toEqual([3]);
    expect(images({ Dockerfile, 'compose.yaml': service('{ context: ., target: prod }') })).toEqual([]);
  });
});

describe('arguments that are given', () => {
  const Dockerfile = 'ARG BASE\nARG RUNAS=1000\nFROM $BASE\nARG RUNAS\nUSER $RUNAS\nCMD ["app"]\n';
  const bad = ['IMG-001', 'IMG-002'];
  const rules = (texts: Record<string, string>) =>
    found(texts).flatMap(({ rule, line }) => (bad.includes(rule) || rule === 'RUN-001' ? [`${rule}:${line}`] : []));

  it.each([
    ['compose.yaml', service('{ context: ., args: { BASE: "node:latest", RUNAS: root } }')],
    ['compose.yaml', service('\n      context: .\n      args:\n        - BASE=node:latest\n        - RUNAS=root')],
    ['build.sh', 'docker build --build-arg BASE=node:latest --build-arg=RUNAS=root -t app .\n'],
    [
      '.github/workflows/image.yml',
      'jobs:\n  a:\n    steps:\n      - uses: docker/build-push-action@v6\n        with:\n          context: .\n          build-args: |\n            BASE=node:latest\n            RUNAS=root\n',
    ],
  ])('hold: %s', (name, text) => {
    expect(rules({ Dockerfile })).toEqual([]);
    expect(rules({ Dockerfile, [name]: text })).toEqual(['IMG-002:3', 'RUN-001:5']);
  });

  it('are those of .env too, and what is judged of each builder is told once', () => {
    const compose = `${service('{ context: ., args: { BASE: "${BASE}" } }')}  b:\n    build: { context: ., args: { BASE: node:latest } }\n`;
    expect(rules({ Dockerfile, 'compose.yaml': compose, '.env': 'BASE=node:latest\n' })).toEqual(['IMG-002:3']);
    const sound = { 'compose.yaml': service('{ context: ., args: { BASE: "node:22.1-slim" } }') };
    expect(rules({ Dockerfile, ...sound })).toEqual([]);
  });

  it('without a value leave the own one', () => {
    const own = 'ARG RUNAS=root\nFROM alpine:3.21\nARG RUNAS\nUSER $RUNAS\n';
    const of = (args: string) => rules({ Dockerfile: own, 'compose.yaml': service(`{ context: ., args: ${args} }`) });
    expect(of('[RUNAS]')).toEqual(['RUN-001:4']);
    expect(of('{ RUNAS: }')).toEqual(['RUN-001:4']);
    expect(of('{ RUNAS: "1000" }')).toEqual([]);
  });

  it('hold in a Dockerfile within the compose file', () => {
    const compose = (args: string) =>
      service(
        `\n      args: { RUNAS: ${args} }\n      dockerfile_inline: |\n        FROM alpine:3.21\n        ARG RUNAS=1000\n        USER $RUNAS`,
      );
    const of = (args: string) => users({ 'compose.yaml': compose(args) }, { of: 'compose.yaml' });
    expect([of('root'), of('"1001"')]).toEqual([[8], []]);
  });
});
