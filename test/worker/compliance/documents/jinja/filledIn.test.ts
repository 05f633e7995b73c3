/** What a template makes of a file, as far as it tells. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { filledIn } from '../../../../../src/worker/compliance/documents/jinja/filledIn';
import { UNKNOWN } from '../../../../../src/worker/compliance/model/value';

it.each([
  ['a {{ b }} c', `a ${UNKNOWN} c`, false],
  ["a {{ {'x': 1}.x }} c", `a ${UNKNOWN} c`, false],
  ['{# a {{ b }} #}c', 'c', false],
  ['{% set x = 1 %}a', 'a', true],
  ['a\n{% if b %}\nc\n{% else %}\nd\n{% endif %}\ne', 'a\n\ne', true],
  ['{%- for b in c -%}{% if d %}{{ e }}{% endif %}x{%- endfor -%}f', 'f', true],
  ['{% raw %}{{ a }}{% if %}{% endraw %}{{ b }}', `{{ a }}{% if %}${UNKNOWN}`, true],
  ['a{% if b %}c', 'a', true],
  ['{% endif %}a{{', 'a{{', true],
])('%j', (text, content, isPart) => {
  const read = filledIn(text);
  expect([read.content.text, read.isPart]).toEqual([content, isPart]);
});

it('keeps the place of what stands in the template, and writes no marks', () => {
  const { content } = filledIn('Port {{ p }}\n{% if a %}b{% endif %}\nX yes\n');
  const at = content.text.indexOf('yes');
  expect(content.place(at, at + 3)).toEqual({ start: 38, end: 41 });
  expect([content.write('no'), content.write('{{'), content.write(UNKNOWN)]).toEqual(['no', undefined, undefined]);
});

it('takes any text in time', () => {
  for (const part of ['{{', '{%', '{#', '{{ {', '{% if ', '{% if a %}', '{{ a }}', '{', '{# #'])
    filledIn(part.repeat(50_000));
  const scrap = fc.constantFrom('{{', '}}', '{%', '%}', '{#', '#}', 'if', 'endif', 'raw', ' ', '\n', 'a', '{', '}');
  fc.assert(
    fc.property(fc.array(scrap, { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      const { content } = filledIn(text);
      const { start, end } = content.place(0, content.text.length);
      expect(start >= 0 && end >= start && end <= text.length).toBe(true);
    }),
  );
});
