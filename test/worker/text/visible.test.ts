import fc from 'fast-check';
import { expect, it } from 'vitest';
import { visible, visibleLine, visiblePath } from '../../../src/worker/text/visible';

it('shows what a terminal would obey', () => {
  expect(visible('a\u001b]52;c;x\u0007\r\nb\u0000\u202ec\u2028d\ud800')).toBe(
    'a\\u{1b}]52;c;x\\u{7}\\u{d}\\u{a}b\\u{0}\\u{202e}c\\u{2028}d\\u{d800}',
  );
  // XML has no place for these two: a workbook with one of them does not open.
  expect(visible('a\ufffe\uffff')).toBe('a\\u{fffe}\\u{ffff}');
  expect(visible('二维码 𠮷 \u{1f600} é')).toBe('二维码 𠮷 \u{1f600} é');
});

it('makes no command of a build server', () => {
  expect(visibleLine('::error::x')).toBe('\\u{3a}:error::x');
  expect(visibleLine('  ::error::x')).toBe('  \\u{3a}:error::x');
  expect(visibleLine('a ##vso[task.setvariable]x ##[error]')).toBe('a \\u{23}#vso[task.setvariable]x \\u{23}#[error]');
  expect(['::a/b', '-x', 'a', '-'].map(visiblePath)).toEqual(['./::a/b', './-x', 'a', '-']);
});

it('gives one line without controls for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(visibleLine(text)).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]|^\s*::|##(?:vso)?\[/u);
    }),
  );
});
