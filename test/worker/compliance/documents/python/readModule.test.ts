/** Python as rules see it: names, calls, assignments, and where each stands; any text is read. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Constant, knownOf } from '../../../../../src/worker/compliance/documents/python/constant';
import { argumentOf, classAround, nameOf } from '../../../../../src/worker/compliance/documents/python/pythonModule';
import { readModule } from '../../../../../src/worker/compliance/documents/python/readModule';

const read = (text: string) => readModule('file:///w/app.py', text);

describe('names', () => {
  it.each([
    ['from flask import Flask as F\nF()', 'flask.Flask'],
    ['import flask as f\nf.Flask()', 'flask.Flask'],
    ['import os.path\nos.environ.get()', 'os.environ.get'],
    ['import a.b as c\nc.d()', 'a.b.d'],
    ['from .models import (\n  User as U,\n  Post,\n)\nPost()', '.models.Post'],
    ['from .. import db\ndb.x()', '..db.x'],
    ['def f():\n    from flask import request\n    request.get_json()', 'flask.request.get_json'],
    ['a()()', 'a'],
    ['a[0]()', undefined],
  ])('%j', (text, name) => {
    const module = read(text);
    expect(nameOf(module, module.calls.at(-1)!.node.callee)).toBe(name);
  });
});

describe('what a value comes to', () => {
  it.each<[string, Constant | undefined, boolean?]>([
    ['10 * 1024 * 1024', 10_485_760],
    ['16 << 20', 16_777_216],
    ['1_000 // 3 - -1', 334],
    ['"a" "b"', 'ab'],
    ["'a' + r'\\b' + '\\x41\\\n'", 'a\\bA'],
    ['f"a{{b}}"', 'a{b}'],
    ['f"{x}"', undefined],
    ['(True)', true],
    ['not False and None', null],
    ['not (False and None)', true],
    ['{"png", "jpg"}', ['png', 'jpg']],
    ['set(["a"])', ['a']],
    ['LIMIT * 2', 20],
    ['TWICE', undefined],
    ['unknown()', undefined],
    ['os.environ["A"]', undefined],
    ['os.environ.get("A")', null, true],
    ['os.environ.get("A", "1") == "1"', true, true],
    ['getenv("A", default="no").lower() in ("yes", "1")', false, true],
    ['bool(int(os.getenv("A", 1)))', true, true],
    ['os.getenv("A") or "b"', 'b', true],
    ['"x" if 1 == 2 else 3.5', 3.5],
  ])('%s', (source, value, isDefault = false) => {
    const module = read(`import os\nfrom os import getenv\nLIMIT = 10\nTWICE = 1\nTWICE = 2\nx = ${source}\n`);
    const assigned = module.assignments.at(-1)!;
    expect(knownOf(module, assigned.value, assigned.scope)).toEqual(
      value === undefined ? undefined : { value, isDefault },
    );
  });

  it('is given up where names double it', () => {
    const lines = ['a0 = "x"', ...Array.from({ length: 60 }, (_, i) => `a${i + 1} = a${i} + a${i}`)];
    const module = read(lines.join('\n'));
    const { value, scope } = module.assignments.at(-1)!;
    expect(knownOf(module, value, scope)).toBeUndefined();
  });
});

it('tells arguments by name and place', () => {
  const [call] = read('f(1, *a, b=2, **k)').calls;
  expect([argumentOf(call!.node, 'x', 0)?.is, argumentOf(call!.node, 'y', 2), argumentOf(call!.node, 'b')?.is]).toEqual(
    ['number', undefined, 'number'],
  );
});

it('knows where code stands', () => {
  const module = read(
    [
      '@app.route("/", methods=["POST"])',
      'def f(a, b=1):',
      '    if app.debug:',
      '        pass',
      '    elif x:',
      '        g()',
      '    try:',
      '        with open(a) as h, k:',
      '            h.read()',
      '    except (A, B) as e:',
      '        return str(e)',
      '    except:',
      '        for i in a: i()',
      'class C(Base, metaclass=M):',
      '    X = 1; Y = 2',
    ].join('\n'),
  );
  const [route] = module.functions;
  expect(route!.node).toMatchObject({ name: 'f', params: ['a', 'b'], decorators: [{ is: 'call' }] });
  const g = module.calls.find(({ node }) => nameOf(module, node.callee) === 'g');
  expect(g!.conditions.map(({ holds }) => holds)).toEqual([false, true]);
  expect(g!.scope.of).toBe(route!.node);
  expect(module.tries[0]!.node.handlers.map(({ type, name }) => [type?.is, name])).toEqual([
    ['tuple', 'e'],
    [undefined, undefined],
  ]);
  expect(module.returns[0]!.handler?.name).toBe('e');
  const inClass = module.assignments.flatMap((each) => classAround(each) ?? []);
  expect(inClass.map(({ bases }) => bases.map(({ name }) => name))).toEqual([
    [undefined, 'metaclass'],
    [undefined, 'metaclass'],
  ]);
  const bound = module.assignments.flatMap(({ target, isElement }) =>
    target.is === 'name' && target.name.length === 1 ? [[target.name, isElement]] : [],
  );
  expect(bound).toEqual(
    expect.arrayContaining([
      ['h', false],
      ['i', true],
    ]),
  );
});

it('keeps what stands around something damaged', () => {
  const module = read('app.run(debug=True)\nx = (1,\ndef f():\n    return (\n\napp.config["A"] = 1\n');
  expect(module.calls.map(({ node }) => nameOf(module, node.callee))).toContain('app.run');
});

it('reads an excerpt that is indented as it stands in a list', () => {
  const { calls, assignments } = read('   app.run(debug=True)\n   x = 1\n');
  expect([calls.length, assignments.length]).toEqual([1, 1]);
});

const scrap = fc.oneof(
  fc.constantFrom(
    ...[
      'def f(',
      '):\n    ',
      '(',
      ')',
      '[',
      '{',
      '"',
      "'''",
      'f"{',
      '\\',
      ':',
      '\n',
      '    ',
      '@a.b(c)\n',
      'import a, ',
    ],
    ...['from . ', 'except', 'try:\n', 'a=', 'lambda x: ', '**', ',', '.', '#', '\t', '\r\n', '\ufeff', 'yield', '😀'],
  ),
  fc.string({ maxLength: 3 }),
);

it('takes any text, and every place is inside it', () => {
  fc.assert(
    fc.property(fc.array(scrap, { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      const module = read(text);
      const places = [...module.calls, ...module.members, ...module.functions, ...module.imported].map(
        ({ node }) => node,
      );
      for (const { start, end } of places) expect(0 <= start && start <= end && end <= text.length).toBe(true);
      for (const { value, scope } of module.assignments) knownOf(module, value, scope);
    }),
  );
});

it.each([
  ['brackets', '(', 5_000],
  ['sums', 'x = 1' + ' + 1', 2_000],
  ['blocks', 'if a:\n', 1_000],
  ['chains', 'a.b(c)', 1_000],
  ['calls', 'f(', 2_000],
  ['negations', 'not ', 2_000],
])('is not deep for %s', (_, piece, times) => {
  expect(() => read(`x = ${piece.repeat(times)}`)).not.toThrow();
});
