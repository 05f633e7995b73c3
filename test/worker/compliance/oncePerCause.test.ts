/** One cause is one finding, related to the other places that it shows at. */
import { expect, it } from 'vitest';
import { lint } from '../../../src/worker/compliance/lint';

const found = (name: string, text: string, rule: string, files: Record<string, string> = {}) =>
  lint(
    { uri: `file:///w/${name}`, text },
    {
      files: { text: (uri) => files[uri.slice('file:///w/'.length)] ?? null },
      locale: 'en',
      profile: 'mlps3',
      today: '2026-11-25',
      group: false,
    },
  )
    .findings.filter((f) => f.rule === rule && !f.suppressed)
    .map((f) => [f.range.start.line, ...(f.related ?? []).map((r) => r.range.start.line)]);

const MAKEFILE =
  'run = docker run --privileged app:1\n\na:\n\t$(run) make a\n\nb:\n\t$(run) make b\n\nc:\n\tdocker run --privileged app:1 make c\n';

it('in a Makefile', () => {
  expect(found('Makefile', MAKEFILE, 'MLPS-RUN-008')).toEqual([[3, 6], [9]]);
});

it('again where the first use is put aside', () => {
  const put = MAKEFILE.replace(
    'a:\n\t$(run)',
    'a:\n\t# mlps-lint disable-next-line MLPS-RUN-008 -- builds images\n\t$(run)',
  );
  expect(found('Makefile', put, 'MLPS-RUN-008')).toEqual([[7], [10]]);
});

it('in a Dockerfile, but not for defaults, which are written anew', () => {
  expect(found('Dockerfile', 'ARG BASE=debian:latest\nFROM $BASE AS a\nFROM $BASE\n', 'MLPS-IMG-002')).toEqual([
    [1, 0, 2],
  ]);
  expect(
    found('Dockerfile', 'ARG T\nFROM debian:${T:-latest} AS a\nFROM debian:${T:-latest}\n', 'MLPS-IMG-002'),
  ).toEqual([[1], [2]]);
});

it('not where the use is what is wrong', () => {
  const script = 'docker login -u a -p $PASSWORD x\ndocker login -u a -p $PASSWORD y\n';
  expect(found('a.sh', script, 'MLPS-SEC-004')).toHaveLength(2);
});

it('for an env file that several services name, in every form', () => {
  const text =
    'services:\n  a: {image: x, env_file: app.conf}\n  b: {image: x, env_file: [app.conf]}\n  c:\n    image: x\n    env_file:\n      - path: app.conf\n';
  expect(
    found('compose.yaml', text, 'MLPS-SEC-006', { 'app.conf': 'DB_PASSWORD=k3Jr92LmQx81\n', '.gitignore': 'x\n' }),
  ).toEqual([[1, 2, 6]]);
});

it('for a missing .dockerignore, at the stage that ships', () => {
  const text = 'FROM a:1 AS a\nCOPY . .\nFROM b:1\nCOPY . /x\n';
  expect(found('Dockerfile', text, 'MLPS-BLD-010')).toEqual([[3, 1]]);
});

it('for a file that several services extend and that is not there', () => {
  const service = (name: string) => `  ${name}:\n    extends: {file: no.yml, service: ${name}}\n`;
  expect(found('compose.yaml', `services:\n${service('a')}${service('b')}`, 'MLPS-DOC-002')).toEqual([[2]]);
});

it('of a secret in a variable that holds the call', () => {
  const text =
    'SSH = sshpass -pKx8vQ2mZr7 ssh\nSCP = sshpass -pKx8vQ2mZr7 scp\n\na:\n\t$(SSH) a\n\t$(SCP) a b:\n\nb:\n\t$(SSH) -p 22 b\n';
  expect(found('Makefile', text, 'MLPS-SEC-004')).toEqual([[4, 5, 8]]);
});
