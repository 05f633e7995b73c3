/** Dockerfiles as instructions, stages and commands, each with its place. */
import { describe, expect, it } from 'vitest';
import { finalUser } from '../../../../../src/worker/compliance/documents/dockerfile/finalUser';
import { mountsOf } from '../../../../../src/worker/compliance/documents/dockerfile/runMount';
import { runScripts } from '../../../../../src/worker/compliance/documents/dockerfile/runShell';
import { scopeOf } from '../../../../../src/worker/compliance/documents/dockerfile/scopes';
import { type Dockerfile, readDockerfile } from '../../../../../src/worker/compliance/documents/dockerfile/stages';

const read = (text: string, given = {}) => readDockerfile('file:///w/Dockerfile', text, given);
/** Every command of RUN instructions, words joined, and the same text cut out of the file. */
const commands = (file: Dockerfile) =>
  runScripts(file).flatMap((s) => s.commands.map((c) => c.words.map((w) => w.resolved).join(' ')));
const placed = (file: Dockerfile) =>
  runScripts(file).flatMap((s) =>
    s.commands.flatMap((c) => c.words.map((w) => file.text.slice(w.start - file.base, w.end - file.base))),
  );

describe('stages', () => {
  const text = `ARG BASE=debian
ARG EMPTY
FROM \${BASE}:13 AS build
ARG BASE=other
FROM Build AS middle
USER app
FROM --platform=$BUILDPLATFORM \${EMPTY}/x
FROM middle
COPY --from=0 /a /a
`;
  const file = read(text);
  it('names images with the arguments before the first FROM', () => {
    expect(file.stages.map((s) => s.image?.known)).toEqual(['debian:13', 'Build', undefined, 'middle']);
  });
  it('knows what ships and what is needed', () => {
    expect(file.chain.map((s) => s.index)).toEqual([3, 1, 0]);
    expect([...file.used].map((s) => s.index).sort()).toEqual([0, 1, 3]);
    expect(finalUser(file)?.known).toBe('app');
  });
  it('takes a named target and given arguments', () => {
    expect(read(text, { target: 'middle' }).target!.index).toBe(1);
    expect(read(text, { args: { BASE: 'alpine' } }).stages[0]!.image!.known).toBe('alpine:13');
    const user = 'FROM a\nARG UID=0\nUSER ${UID}';
    expect(finalUser(read(user))?.known).toBe('0');
    expect(finalUser(read(user, { args: { UID: '1001' } }))?.known).toBe('1001');
  });
  it('takes the latest stage of a name', () => {
    const twice = read('FROM a AS x\nFROM b AS x\nFROM x');
    expect(twice.stages[2]!.base!.index).toBe(1);
  });
  it('keeps arguments of a stage to it, and hands variables on', () => {
    const scoped = read('ARG G=1\nFROM a AS one\nARG G\nARG L=2\nENV E=$L\nFROM one\nARG X=$E');
    const scope = scopeOf(scoped, scoped.stages[1]!);
    expect([scope('G'), scope('L'), scope('E'), scope('X')]).toEqual([undefined, undefined, '2', undefined]);
    expect(scopeOf(scoped, scoped.stages[0]!)('G')).toBe('1');
  });
  it('knows them in a file of any length, as they stand before each instruction', () => {
    const lines = Array.from({ length: 2000 }, (_, i) => `ENV V=${i}\nARG A=$V\nRUN x\n`);
    const file = readDockerfile('', `FROM a AS one\n${lines.join('')}FROM one\nARG A\nRUN x\n`);
    const [one, two] = file.stages;
    const runs = one!.instructions.filter(({ keyword }) => keyword === 'RUN');
    expect([0, 700, 1999].map((i) => scopeOf(file, one!, runs[i]!)('V'))).toEqual(['0', '700', '1999']);
    expect([scopeOf(file, two!)('V'), scopeOf(file, two!)('A')]).toEqual(['1999', undefined]);
  });
  it('leaves values unknown that would fill the memory when they are handed on', () => {
    const file = readDockerfile('', `FROM a\nENV A=${'a'.repeat(50_000)}\nENV B=b\n${'RUN x\n'.repeat(1000)}`);
    const scope = scopeOf(file, file.stages[0]!);
    expect([scope('A'), scope('B')]).toEqual([undefined, 'b']);
  });
});

describe('commands of RUN', () => {
  it.each<[string, string, string[]]>([
    ['continuation lines with comments', 'FROM a\nRUN x \\\n  # no\n\n  y && \\\n  z', ['x y', 'z']],
    ['escape directive', '# escape=`\nFROM a\nSHELL ["sh", "-c"]\nRUN x `\n  C:\\y', ['x C:y']],
    ['flags', 'FROM a\nRUN --mount=type=cache,target=/c --network=none x', ['x']],
    ['exec form', 'FROM a\nRUN ["x", "a b", "it\'s"]', ["x a b it's"]],
    ['exec form of a shell', 'FROM a\nRUN ["/bin/sh", "-c", "x && y"]', ['/bin/sh -c x && y', 'x', 'y']],
    ['heredoc', 'FROM a\nRUN <<EOF\nx\ny\nEOF\nRUN z', ['x', 'y', 'z']],
    ['heredoc of a shell', 'FROM a\nRUN bash <<"EOF"\nx\nEOF', ['bash', 'x']],
    ['heredoc of another language', 'FROM a\nRUN python3 <<EOF\nprint(1)\nEOF', ['python3']],
    ['heredoc with a shebang', 'FROM a\nRUN <<EOF\n#!/usr/bin/python3\nprint(1)\nEOF', []],
    ['heredoc behind a shell and blanks', 'FROM a\nRUN << \\EOF bash\nx\nEOF', ['bash', 'x']],
    ['heredocs of one line', 'FROM a\nRUN cat <<A >/f && sh <<-"B"\nno\nA\n\tx\n\tB', ['cat', 'sh', 'x']],
    ['heredoc that ends a list', 'FROM a\nRUN cat <<A >/f\nno\nA\nRUN z', ['cat', 'z']],
    ['heredoc of PowerShell', 'FROM a\nSHELL ["pwsh", "-c"]\nRUN <<A\ndocker run $env:X a\nA', ['docker run \ufffc a']],
    ['heredoc of a shell nobody knows', 'FROM a\nSHELL ["python3", "-c"]\nRUN <<A\nx\nA', []],
    [
      'SHELL',
      'FROM a\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN x\nSHELL ["/usr/bin/python3", "-c"]\nRUN print(1)',
      ['x'],
    ],
    ['SHELL of the stage below', 'FROM a AS b\nSHELL ["python3", "-c"]\nFROM b\nRUN print(1)', []],
    ['PowerShell', 'FROM a\nSHELL ["pwsh", "-c"]\nRUN docker run $env:X a', ['docker run \ufffc a']],
    ['ONBUILD', 'FROM a\nONBUILD RUN x', ['x']],
    ['variables', 'FROM a\nENV A=1\nARG B=2\nRUN x $A ${B} $C', ['x 1 2 \ufffc']],
    ['CRLF', 'FROM a\r\nRUN x \\\r\n  y\r\n', ['x y']],
  ])('%s', (_, text, expected) => expect(commands(read(text))).toEqual(expected));

  it('stand where they are written', () => {
    expect(placed(read('FROM a\nRUN set -x; \\\n  curl -k "u v"\nRUN ["x", "-k"]\n'))).toEqual([
      'set',
      '-x',
      'curl',
      '-k',
      '"u v"',
      'x',
      '-k',
    ]);
  });

  it('stand where they are written inside another file', () => {
    const body =
      '        FROM a\n        RUN <<EOF\n        x y\n        EOF\n        RUN sh <<A\n          v\n          sh <<B\n        w\n        B\n        A\n        RUN z\n';
    const file = read(body, { base: 100, indent: 8 });
    expect(file.problems).toEqual([]);
    expect(placed(file)).toEqual(['x', 'y', 'sh', 'v', 'sh', 'w', 'z']);
  });
});

it('reads mounts with the place of each option', () => {
  const file = read('FROM a\nRUN --mount=type=secret,id=t,mode=0444,dst=/x y');
  const [mount] = mountsOf(file.stages[0]!.instructions[0]!);
  expect([mount!.type, mount!.options.get('target')!.value]).toEqual(['secret', '/x']);
  const { start, end } = mount!.options.get('mode')!.place;
  expect(file.text.slice(start, end)).toBe('0444');
});

it('takes lines of a template language for no instructions, and their images for unknown', () => {
  const text = 'FROM {{ .Runtime }} AS a\n<% if node -%>\nRUN a\n<% end -%>\n{% endif %}\nFROM %%BASE%%\nRUNN b\n';
  const { stages, problems } = readDockerfile('u', text);
  expect(stages.map(({ name, image }) => [name, image])).toEqual([
    ['a', undefined],
    [undefined, undefined],
  ]);
  expect(problems.map((p) => p.word)).toEqual(['RUNN']);
});
