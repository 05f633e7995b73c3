import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseShell } from '../../../../../src/worker/compliance/documents/shell/shell';
import type { ShellCommand } from '../../../../../src/worker/compliance/documents/shell/shellTypes';
import { UNKNOWN } from '../../../../../src/worker/compliance/model/value';

const U = UNKNOWN;
const words = (text: string): string[][] =>
  parseShell(text)
    .filter((c) => c.words.length > 0)
    .map((c) => c.words.map((w) => w.resolved));

describe('parseShell: words', () => {
  it.each<[string, string[]]>([
    ['a  b\tc', ['a', 'b', 'c']],
    [`a'b c'd"e f"`, ['ab cde f']],
    [`'' "" x`, ['', '', 'x']],
    [`"a\\"b\\$c\\n"`, ['a"b$c\\n']],
    [`a\\ b \\'c`, ['a b', "'c"]],
    [`$'a\\n\\x41\\'b'`, ["a\nA'b"]],
    ['echo a#b #c', ['echo', 'a#b']],
    ['a \\\n  b', ['a', 'b']],
    ['a \\\r\n  b\r\n', ['a', 'b']],
    ['a\\\n  b', ['a', 'b']],
    ['a\\\nb', ['ab']],
    [`x \${V:-d e}`, ['x', 'd', 'e']],
    [`x \${V:-'d e'}`, ['x', 'd e']],
    [`x "\${V:-\${W:-"d e"}}"`, ['x', 'd e']],
    [`x \${V-}\${W:+y}z`, ['x', `${U}z`]],
    [`x "$V" $(y "a)b") \`z\` $((1+(2))) \${V%x}`, ['x', U, U, U, U, U]],
    [`a don't`, ['a', "don't"]],
    ['a "b', ['a', '"b']],
    ['a ${b', ['a', '${b']],
  ])('%s', (text, expected) => {
    expect(words(text).at(text.includes('`z`') ? 0 : -1)).toEqual(expected);
  });

  it.each<[string, string]>([
    ['/usr/bin/docker run a', 'docker'],
    ['sudo -E C:\\\\bin\\\\curl.exe -k', 'curl'],
    ['A=1', ''],
    ['$X/docker run a', ''],
  ])('names the program of %s', (text, name) => {
    expect(parseShell(text).map((c) => c.name)).toEqual([name]);
  });

  it('fills in what the text sets once, and only then', () => {
    expect(words('I=a:1\nrun "$I"')).toEqual([['run', 'a:1']]);
    expect(words("O='-d --rm'\nrun $O x")).toEqual([['run', '-d', '--rm', 'x']]);
    expect(words('export I=a\nrun $I').at(-1)).toEqual(['run', 'a']);
    expect(words('I=a\nI=b\nrun $I')).toEqual([['run', U]]);
    expect(words('if x; then I=a; fi\nrun $I').at(-1)).toEqual(['run', U]);
    expect(words('run $I\nI=a')).toEqual([['run', U]]);
    expect(words('I=a y\nrun $I').at(-1)).toEqual(['run', U]);
    expect(words('for I in a; do run $I; done').at(-1)).toEqual(['run', U]);
    expect(words('x || I=a\nrun $I').at(-1)).toEqual(['run', U]);
  });

  it.each<[string, string]>([
    ['f() { I=a; run $I; }', 'a'],
    ['f() {\n  local I=a\n  case $1 in\n  x) run $I ;;\n  esac\n}', 'a'],
    ['if x; then I=a; for t in 1 2; do run $I; done; fi', 'a'],
    ['I=a\nfor t in 1; do x=`run $I`; done', 'a'],
    ['f() { I=a; }\ng() { run $I; }', U],
    ['if x; then I=a; else run $I; fi', U],
    ['if I=a; then x; elif y; then run $I; fi', U],
    ['case $1 in\nx) I=a ;;\ny) run $I ;;\nesac', U],
    ['while x; do run $I; I=a; done', U],
    ['f() { x=$(I=a; y); run $I; }', U],
    ['{ I=a; }\nrun $I', U],
  ])('knows in a block what is set there: %s', (text, expected) => {
    const run = parseShell(text).find(({ name }) => name === 'run');
    expect(run?.words.map((word) => word.resolved)).toEqual(['run', expected]);
  });

  it('marks words that may be none or several', () => {
    const open = (text: string) => parseShell(text)[0]!.words.map((w) => w.open);
    expect(open('run $O "$O" "$@" "${A[@]}" $(x) "$(x)" a')).toEqual([
      false,
      true,
      false,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('knows the place of every part', () => {
    const text = `run --x="a b":c \\\n y`;
    const word = parseShell(text)[0]!.words[1]!;
    expect(text.slice(word.start, word.end)).toBe('--x="a b":c');
    const at = (from: number, to: number) => text.slice(word.placeOf(from, to).start, word.placeOf(from, to).end);
    expect(at(4, 7)).toBe('a b');
    expect(at(8, 9)).toBe('c');
  });
});

describe('parseShell: commands', () => {
  it.each<[string, string[]]>([
    ['a && b || c; d & e | f', ['a', 'b', 'c', 'd', 'e', 'f']],
    ['if a; then b; elif c; then d; else e; fi', ['a', 'b', 'c', 'd', 'e']],
    ['while a; do b; done < f; c', ['a', 'b', 'c']],
    ['f() { a; }\nfunction g { b; }\nfunction h() { c; }', ['a', 'b', 'c']],
    ['(a; b) && { c; d; }', ['a', 'b', 'c', 'd']],
    ['case $x in a|b) c ;; (*) d;; esac; e', ['c', 'd', 'e']],
    ['case x in\n  a)\n    b\n    ;;\nesac\nc', ['b', 'c']],
    ['[[ a && b || (c < d) ]] && e', ['e']],
    ['((a < b)) && e', ['e']],
    ['a=(b c "d e") f', ['f']],
    ['a=(b\n c) \nf', ['f']],
    ['sudo -u x -E env A=b nice -n 5 a', ['a']],
    ['time -p exec nohup a', ['a']],
    ['timeout -k 5 10 a', ['a']],
    [`sh -c 'a; b'`, ['sh', 'a', 'b']],
    [`bash -euo pipefail -c "a && b"`, ['bash', 'a', 'b']],
    [`sudo su - x -c 'a'`, ['su', 'a']],
    [`ssh -p 22 u@h 'a; b'`, ['a; b', 'a', 'b']],
    ['ssh u@h a b', ['a']],
    ['bash <<E\na\nb\nE\nc', ['bash', 'a', 'b', 'c']],
    ['ssh h <<-"E"\n\ta\n\tE\nc', ['ssh', 'a', 'c']],
    ['cat <<E >f && b\na\nE\nc', ['cat', 'b', 'c']],
    ['cat <<A <<B\n1\nA\n2\nB\nc', ['cat', 'c']],
    ['echo "apt-get install" # b', ['echo']],
    ['x=$(a | b) c', ['c', 'a', 'b']],
    ['diff <(a) >(b)', ['diff', 'a', 'b']],
    ['! a', ['a']],
    ['2>/dev/null a >&2 &>f b', ['a']],
    ['eval "a b"', ['eval', 'a']],
    ['trap "a" EXIT', ['trap', 'a']],
    ['a )) ;; & | b', ['a', 'b']],
  ])('%s', (text, expected) => {
    expect(words(text).map((w) => w[0])).toEqual(expected);
  });

  it('keeps a command with a substitution in its pipeline', () => {
    const found = parseShell('a "$(b | c)" | d $(e) `f` | g\nh').map(
      (c) => [c.words[0]!.resolved, c.pipeline] as const,
    );
    const number = new Map(found);
    expect(new Set([number.get('a'), number.get('d'), number.get('g')]).size).toBe(1);
    expect(number.get('b')).toBe(number.get('c'));
    expect(new Set(number.values()).size).toBe(5);
  });

  it('says how commands are joined', () => {
    const names = (group: readonly ShellCommand[]) => group.map((c) => c.words[0]!.resolved).join('');
    const commands = parseShell('a | b && c || d; e &\nf');
    expect(commands.map((c) => [names([c]), c.before, c.after, names(c.pipeline), names(c.list)])).toEqual([
      ['a', '', '|', 'ab', 'abcd'],
      ['b', '|', '&&', 'ab', 'abcd'],
      ['c', '&&', '||', 'c', 'abcd'],
      ['d', '||', ';', 'd', 'abcd'],
      ['e', ';', '&', 'e', 'e'],
      ['f', '\n', '', 'f', 'f'],
    ]);
    expect(commands.every((c) => c.script === commands)).toBe(true);
  });

  it('joins nothing across texts', () => {
    const inner = parseShell("a | sh -c 'b | c' | d").find((c) => c.words[0]!.resolved === 'b')!;
    expect(inner.pipeline.map((c) => c.words[0]!.resolved)).toEqual(['b', 'c']);
    expect(parseShell('a')[0]!.pipeline).not.toBe(parseShell('a')[0]!.pipeline);
  });

  it('keeps redirections and here-documents', () => {
    const [command] = parseShell('cat <<"E" >>/x/y\nline $a\nE\n');
    expect(command!.redirects.map((r) => [r.operator, r.target?.known])).toEqual([
      ['<<', 'E'],
      ['>>', '/x/y'],
    ]);
    expect(command!.redirects[0]!.heredoc?.text).toBe('line $a\n');
    expect(command!.redirects[0]!.heredoc?.place(0, 4)).toEqual({ start: 17, end: 21 });
  });

  it('accepts what documents do and shells do not', () => {
    expect(words('run \\ \n -d x')).toEqual([['run', '-d', 'x']]);
    expect(words('run \\ # why\n -d x')).toEqual([['run', '-d', 'x']]);
    expect(words('run \\\n # why\n # more\n -d x')).toEqual([['run', '-d', 'x']]);
    expect(words('run \\\n # why\nnext')).toEqual([['run'], ['next']]);
  });

  it('places commands of nested scripts in the outer text', () => {
    const text = `ssh h "sh -c 'docker run x'"`;
    const run = parseShell(text).find((c) => c.words[0]!.known === 'docker')!;
    expect(text.slice(run.start, run.end)).toBe('docker run x');
    expect(text.slice(run.words[2]!.start, run.words[2]!.end)).toBe('x');
  });
});

describe('parseShell: any text', () => {
  const token = fc.constantFrom(
    ...'a $ { } ( ) [[ ]] [ \' " ` \\ | & ; < > << <<- E # ! = + - * @ : ${ $( $(( )) case in esac if then fi for do done sh -c eval \n \r\n \t ~ \ufffc \ud83d x=( ;; && ||'.split(
      ' ',
    ),
    ' ',
    '\n',
    '\n',
  );
  it('never throws, and every range lies in the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(token, { maxLength: 60 }).map((t) => t.join('')),
          fc.string({ unit: 'binary', maxLength: 200 }),
        ),
        (text) => {
          for (const command of parseShell(text)) {
            for (const span of [command, ...command.words, ...command.redirects, ...command.assignments]) {
              expect(span.start).toBeGreaterThanOrEqual(0);
              expect(span.end).toBeGreaterThanOrEqual(span.start);
              expect(span.end).toBeLessThanOrEqual(text.length);
            }
            for (const word of command.words) {
              const whole = word.placeOf(0, word.resolved.length);
              expect(whole.start).toBeGreaterThanOrEqual(word.start);
              expect(whole.end).toBeLessThanOrEqual(word.end);
            }
          }
        },
      ),
      { numRuns: 3000, seed: 7 },
    );
  });

  it.each([
    '"$(',
    '${a:-',
    '`',
    "'",
    '"`$(',
    '(',
    '<<E ',
    'case x in a) ',
    '{ ',
    'a=(',
    '\\\n # x\n',
    'x "a ${b ',
    "sh -c 'a ",
    '$((1 ',
  ])('stays linear on %j repeated', (piece) => {
    const start = performance.now();
    parseShell(piece.repeat(200_000 / piece.length));
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
