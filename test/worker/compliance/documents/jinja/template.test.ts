/** Templates: which tags they have, what an expression is made of, and where it stands in the HTML. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHtmlTags } from '../../../../../src/worker/compliance/documents/jinja/htmlTags';
import { chainsOf } from '../../../../../src/worker/compliance/documents/jinja/jinjaChains';
import { readJinjaTags } from '../../../../../src/worker/compliance/documents/jinja/jinjaTags';
import { readTemplate } from '../../../../../src/worker/compliance/documents/jinja/template';

const cut = (text: string) => readJinjaTags(text).map(({ start, end }) => text.slice(start, end));

describe('the tags of Jinja', () => {
  it.each([
    ['a {{ b }} {%- if c -%} {# d #}', ['{{ b }}', '{%- if c -%}', '{# d #}']],
    ["{{ \"}}\" }}{{ 'a\\'}}' }}", ['{{ "}}" }}', "{{ 'a\\'}}' }}"]],
    ['{{ {"a": {"b": 1}} }}', ['{{ {"a": {"b": 1}} }}']],
    ['{% raw %}{{ a }}{%- endraw -%}{{ b }}', ['{% raw %}', '{%- endraw -%}', '{{ b }}']],
    ['{# {{ a }} #}{{ b }}', ['{# {{ a }} #}', '{{ b }}']],
    ['{{ a <b>{{ c }}', ['{{ c }}']],
    ['{{ "a }} {{ b }}', ['{{ "a }}', '{{ b }}']],
    ['{% raw %}{{ a }}', ['{% raw %}']],
    ['{# a {{ b }}', []],
  ])('%s', (text, tags) => expect(cut(text)).toEqual(tags));
});

const valuesOf = (text: string) =>
  chainsOf(readJinjaTags(`{{ ${text} }}`)[0]!.tokens).values.map(({ root, path, isCall, filters }) =>
    [root, path.join('.'), isCall && '()', ...filters.map(({ name }) => `|${name}`)].filter(Boolean).join(' '),
  );

describe('an expression', () => {
  it.each([
    ['a', ['name a']],
    ["a.b['c'].d(e|f)|g|h(1)", ['name a.b.c.d () |g |h']],
    ["'a' 'b'|c", ['constant |c']],
    ['a if b|c else (d ~ e)|f', ['name a', 'group |f']],
    ['a ~ b|c', ['name a', 'name b |c']],
    ['a is defined and b', ['name a', 'name b']],
    ['a[0].b[1:2]|c', ['name a.b |c']],
    ['[a, b]|join', ['group |join']],
    ['true or none', ['constant', 'constant']],
  ])('%s', (text, values) => expect(valuesOf(text)).toEqual(values));
});

const shown = (text: string) =>
  readHtmlTags(text).map(({ name, isEnd, attributes, content }) => [
    (isEnd ? '/' : '') + name,
    ...attributes.map(({ name: key, value }) => key + (value ? `=${text.slice(value.start, value.end)}` : '')),
    ...(content ? [`>${text.slice(content.start, content.end)}`] : []),
  ]);

describe('the tags of HTML', () => {
  it.each([
    ['<A Href="x" b=\'y"\' c=z d>e</a>', [['a', 'href=x', 'b=y"', 'c=z', 'd'], ['/a']]],
    ['<img src=a/b/>', [['img', 'src=a/b/']]],
    ['<br/><br / a>', [['br'], ['br', 'a']]],
    ['<!-- <a> --><b><!doctype html><!--><i>', [['b'], ['i']]],
    ['<script src=x>if (a<b) "<p>"</SCRIPT ><p>', [['script', 'src=x', '>if (a<b) "<p>"'], ['/script'], ['p']]],
    ['a < b <c <d>', [['c', '<d']]],
    ['<a b = "c" b="d">', [['a', 'b=c']]],
    ['<a b="c', []],
    ['<style>a', [['style', '>a']]],
  ])('%s', (text, tags) => expect(shown(text)).toEqual(tags));
});

it('reads HTML around the tags of Jinja, whatever quotes they hold', () => {
  const text = '<a {% if x == "1" %}class="y"{% endif %} href="{{ f("b", c=\'>\') }}" d={{ e }}>{{ g }}</a>';
  const template = readTemplate('x', text);
  expect(template.html.length).toBe(text.length);
  expect(template.outputs.map(({ start }) => template.attributeAt(start)?.attribute.name)).toEqual([
    'href',
    'd',
    undefined,
  ]);
});

it('knows the conditions of a place, also in the other branches', () => {
  const text = '{% if a %}1{% if b %}2{% endif %}3{% elif c %}4{% else %}5{% endif %}6';
  const template = readTemplate('x', text);
  const at = (mark: string) =>
    template
      .conditionsAt(text.indexOf(mark))
      .map(({ tokens }) => tokens[0]!.text)
      .sort()
      .join('');
  expect(['1', '2', '3', '4', '5', '6'].map(at)).toEqual(['a', 'ab', 'a', 'ac', 'ac', '']);
});

it('takes any text, and every place holds what is told of it', () => {
  const scrap = fc.constantFrom(
    ...['{{', '}}', '{%', '%}', '{#', '#}', '"', "'", '\\', '<', '>', '<!--', '-->', '=', '/', 'a', ' raw ', 'endraw'],
    ...['|safe', '.b', '(', ')', '[', ']', '{', '}', '<script>', '</script', ' if ', '\n', '1', '~', 'is '],
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(scrap, fc.string({ maxLength: 3 })), { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      const template = readTemplate('x', text);
      let at = 0;
      for (const { start, end, tokens, chains } of [...template.outputs, ...template.statements].sort(
        (a, b) => a.start - b.start,
      )) {
        expect(start >= at && end <= text.length).toBe(true);
        expect(/^\{[{%]/.test(text.slice(start, end)) && /[}%]\}$/.test(text.slice(start, end))).toBe(true);
        for (const token of tokens) expect(text.slice(token.start, token.end)).toBe(token.text);
        for (const chain of chains.all) expect(chain.start >= start && chain.end <= end).toBe(true);
        at = end;
      }
      let last = 0;
      for (const tag of template.tags) {
        expect(tag.start >= last && tag.end <= text.length && text[tag.start] === '<').toBe(true);
        for (const { start, end } of tag.attributes) expect(start >= tag.start && end <= tag.end).toBe(true);
        last = tag.content?.end ?? tag.end;
      }
    }),
    { numRuns: 2000 },
  );
});
