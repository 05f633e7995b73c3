/** Where a finding says that a container's settings come from. */
import { expect, it } from 'vitest';
import { lint } from '../../../src/worker/compliance/lint';

const ROOT = 'file:///w/';
const HARDENING = `x-hardening: &hardening
  read_only: true
  tmpfs: [/tmp]
x-limits: &limits
  privileged: true
services:
  a:
    <<: *hardening
    image: app:1
  b:
    <<: [*hardening, *limits]
    image: app:1
`;

/** Per finding: the line it stands on, and the text of each related place with its file. */
function related(
  text: string,
  rule: string,
  { group = false, others = {} }: { group?: boolean; others?: Record<string, string> } = {},
) {
  const texts: Record<string, string> = { ...others, 'compose.yaml': text };
  const { findings } = lint(
    { uri: `${ROOT}compose.yaml`, text },
    {
      files: { text: (uri) => texts[uri.slice(ROOT.length)] ?? null },
      locale: 'en',
      profile: 'mlps3',
      today: '2026-11-25',
      group,
    },
  );
  return findings
    .filter((f) => f.rule === rule)
    .map((f) => {
      const places = (f.related ?? []).map(({ uri, range: { start, end } }) => {
        const line = texts[uri.slice(ROOT.length)]!.split('\n')[start.line]!;
        return `${uri.slice(ROOT.length)}:${start.line} ${line.slice(start.character, end.character)}`;
      });
      return [f.range.start.line, f.service, ...places];
    });
}

it('names the anchors that a service with a missing key merges', () => {
  expect(related(HARDENING, 'MLPS-RUN-016')).toEqual([
    [6, 'a', 'compose.yaml:0 &hardening'],
    [9, 'b', 'compose.yaml:0 &hardening', 'compose.yaml:3 &limits'],
  ]);
});

it('keeps them behind the single rules of a grouped finding', () => {
  const [a] = related(HARDENING, 'MLPS-RUN-000', { group: true });
  expect(a!.at(-1)).toBe('compose.yaml:0 &hardening');
  expect(a!.filter((x) => x === 'compose.yaml:0 &hardening')).toHaveLength(1);
});

it('tells who takes over a value that stands in an anchor', () => {
  expect(related(HARDENING, 'MLPS-RUN-008')).toEqual([[4, 'b', 'compose.yaml:9 b']]);
  const both = HARDENING.replace('<<: *hardening', '<<: [*hardening, *limits]');
  expect(related(both, 'MLPS-RUN-008')).toEqual([[4, undefined, 'compose.yaml:6 a', 'compose.yaml:9 b']]);
});

it('tells who takes over the network that leads outside', () => {
  const shared = 'x-net: &net {network_mode: bridge}\nservices:\n  web:\n    <<: *net\n    image: app:1\n';
  expect(related(shared, 'MLPS-NET-008')).toEqual([[0, 'web', 'compose.yaml:2 web']]);
});

it('names anchors of anchors, and the anchor that a whole service is an alias of', () => {
  const nested = 'x-a: &a {init: true}\nx-b: &b\n  <<: *a\n  image: app:1\nservices:\n  web: *b\n';
  expect(related(nested, 'MLPS-RUN-016')).toEqual([[5, 'web', 'compose.yaml:1 &b', 'compose.yaml:0 &a']]);
});

it('names extended services and overrides, in their own files', () => {
  const text = 'services:\n  web:\n    extends: {file: base.yml, service: base}\n    image: app:1\n';
  const others = {
    'base.yml': 'x-a: &a {init: true}\nservices:\n  base:\n    <<: *a\n',
    'compose.override.yaml': 'services:\n  web:\n    init: true\n',
  };
  expect(related(text, 'MLPS-RUN-016', { others })).toEqual([
    [1, 'web', 'base.yml:2 base', 'base.yml:0 &a', 'compose.override.yaml:1 web'],
  ]);
});

/** Texts of the places that an image's findings are related to, with the file. */
function setIn(name: string, text: string, env = '') {
  const texts: Record<string, string> = { [name]: text, '.env': env };
  const files = { text: (uri: string) => texts[uri.slice(ROOT.length)] || null };
  const { findings } = lint(
    { uri: ROOT + name, text },
    { files, locale: 'en', profile: 'mlps3', today: '2026-11-25', group: false },
  );
  return findings
    .filter((f) => f.rule === 'MLPS-IMG-002')
    .map(({ message, related = [] }) => ({
      message,
      places: related.map(({ uri, range: { start, end } }) => {
        const line = texts[uri.slice(ROOT.length)]!.split('\n')[start.line]!;
        return `${uri.slice(ROOT.length)}:${start.line} ${line.slice(start.character, end.character)}`;
      }),
    }));
}

it.each([
  ['Dockerfile', 'ARG TAG\nARG TAG=latest\nFROM node:${TAG}\n', 'Dockerfile:1 TAG'],
  ['run.sh', 'IMG=nginx\ndocker run "$IMG"\n', 'run.sh:0 nginx'],
  ['Makefile', 'IMG = nginx\na:\n\tdocker run $(IMG)\n', 'Makefile:0 IMG'],
  ['README.md', '```dockerfile\nARG TAG=latest\nFROM node:${TAG}\n```\n', 'README.md:1 TAG'],
  [
    'compose.yaml',
    'services:\n  a:\n    build:\n      dockerfile_inline: |\n        ARG T=latest\n        FROM node:$T\n',
    'compose.yaml:4 T',
  ],
])('says where the variable of an image is set: %s', (name, text, place) => {
  expect(setIn(name, text).map(({ places }) => places)).toEqual([[place]]);
});

it('names the entry of .env that sets a tag, and says nothing of its value', () => {
  const compose = 'services:\n  a: {image: "nginx:${TAG}"}\n  b: {image: "redis:${NONE:-latest}"}\n';
  const [first, second] = setIn('compose.yaml', compose, 'TAG=1.0\nOTHER=x\nTAG=nightly\n');
  expect(first!.places).toEqual(['.env:2 TAG']);
  expect(first!.message).toContain('nginx:${TAG} ');
  expect(first!.message).not.toMatch(/nightly|\(/);
  expect(second!.places).toEqual([]);
});
