import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameFromPattern, safeName, uniqueNames } from '../../../../src/worker/qr/batch/fileNames';

describe('safeName', () => {
  it.each([
    ['https://a/b?c', 'https_a_b_c'],
    ['../../etc/passwd', '_.._etc_passwd'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['COM1 .txt', '_COM1 .txt'],
    ['lpt²', '_lpt²'],
    ['CONIN$', '_CONIN$'],
    ['COM10', 'COM10'],
    ['  a. ', 'a'],
    ['..', '_'],
    ['', '_'],
    ['姓名\u202egnp', '姓名_gnp'],
    ['x'.repeat(200), 'x'.repeat(80)],
    ['😀'.repeat(90), '😀'.repeat(57)],
    ['名'.repeat(90), '名'.repeat(76)],
  ])('%j: %j', (text, name) => {
    expect(safeName(text)).toBe(name);
  });

  it('is one path component that every system takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const name = safeName(text);
        expect(name).not.toMatch(/[<>:"/\\|?*\u0000-\u001f\u007f]|^[. ]|[. ]$|^$/);
        expect(safeName(name)).toBe(name);
        expect(Buffer.byteLength(name)).toBeLessThan(235);
      }),
    );
  });
});

describe('uniqueNames', () => {
  it('numbers what would be the same file', () => {
    expect(['a', 'A', 'a-2', 'b'].map(uniqueNames())).toEqual(['a', 'A-2', 'a-2-2', 'b']);
  });
});

describe('nameFromPattern', () => {
  it('fills in values and nothing else', () => {
    const value = (name: string) => ({ n: '1', 名: 'a/b', 空: '' })[name];
    expect(nameFromPattern('{n} {名}-{x}{空}', value)).toBe('1 a_b-{x}');
  });
});
