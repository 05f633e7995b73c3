import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaffold, scaffoldQuestions } from '../../../../src/worker/compliance/scaffold/scaffold';
import type { Locale } from '../../../../src/worker/protocol/finding';
import { findingsIn } from './checkFiles';
import { goodAnswers } from './goodAnswers';

const LOCALES: Locale[] = ['en', 'zh-cn'];
/** A page without its words. */
const tagsOf = (page: string) =>
  page.replace(/ lang="[\w-]*"/, '').replace(/>([^<{}]*)(?=<)/g, (_, words: string) => `>${words.trim() && '…'}`);
const CI = ['github', 'gitlab'];

describe('the files of a deployment', () => {
  it.each(LOCALES.flatMap((locale) => CI.map((ci) => [locale, ci] as const)))(
    'have no findings in mlps3: %s, %s',
    async (locale, ci) => expect(await findingsIn(scaffold({ ci }, locale))).toEqual([]),
  );

  it('have none, whatever is answered', async () => {
    await fc.assert(
      fc.asyncProperty(goodAnswers, fc.constantFrom(...LOCALES), async (answers, locale) => {
        expect(await findingsIn(scaffold(answers, locale))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('name no digest that nobody gave', () => {
    expect(scaffold({}, 'en').filter(({ text }) => /sha256:[0-9a-f]/.test(text))).toEqual([]);
    const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;
    const files = scaffold({ 'python-digest': digest, 'proxy-digest': digest }, 'en');
    expect(files.filter(({ text }) => text.includes(digest)).map(({ path }) => path)).toEqual([
      'Dockerfile',
      'compose.yaml',
    ]);
    expect(files.some(({ text }) => /(?:PYTHON|PROXY)_DIGEST/.test(text))).toBe(false);
  });

  it('have comments in the language of the user, and the same lines besides', () => {
    const commands = (locale: Locale) =>
      scaffold({}, locale)
        .filter(({ path }) => !path.endsWith('.md'))
        .map(({ path, text }) => [path, path.endsWith('.html') ? tagsOf(text) : text])
        .map(([path, text]) => [path, text!.replace(/^\s*#(?!!).*\n/gm, '').replace(/(?<=:\?)[^}]*/g, '')]);
    expect(commands('zh-cn')).toEqual(commands('en'));
    const isChinese = ({ text }: { text: string }) => /\p{Script=Han}/u.test(text);
    expect(scaffold({}, 'en').some(isChinese)).toBe(false);
    expect(scaffold({}, 'zh-cn').filter(isChinese).length).toBeGreaterThan(15);
  });

  it('stand in the order of their paths, each once, programs marked', () => {
    const files = scaffold({}, 'en');
    const paths = files.map(({ path }) => path);
    expect(paths).toEqual([...new Set(paths)].sort());
    expect(files.filter(({ text }) => text.startsWith('#!'))).toEqual(files.filter(({ isProgram }) => isProgram));
  });
});

const refusal = (answers: Record<string, string>) => {
  try {
    scaffold(answers, 'en');
    return undefined;
  } catch (error) {
    const { code, data } = error as { code: string; data: Record<string, string> };
    return `${code} ${data.question}`;
  }
};

describe('answers', () => {
  it.each<[string, string[]]>([
    ['name', ['', 'QR', '1a', '-a', 'a-', 'a--b', 'a b', 'a;b', 'a'.repeat(41), 'a/b', 'a\nb']],
    [
      'registry',
      ['', 'library', 'http://r.example.com', 'r.example.com/', 'r.example.com:0', 'r.example.com/A', 'a_b.c'],
    ],
    ['tag', ['', 'latest', 'v1', '1.2.0 ;', 'v1.2.0@sha256:0', '${V}']],
    ['port', ['', '80', '1023', '65536', '8080/udp', '08080', '1e4', '-1']],
    ['domain', ['', 'a b', 'a;b', '*.example.com', '-a.com', '192.168.1.1', 'a..b', `${'a'.repeat(64)}.com`]],
    ['listen', ['', '0.0.0.0', '::', '192.168.10.256', '192.168.10', '0192.168.10.5', '224.0.0.1', '192.168.10.0/24']],
    ['source', ['', '0.0.0.0/0', '10.0.0.0/8', '192.168.10.5/24', '192.168.10.0/33', '192.168.10.0/24/24', 'all']],
    ['admin', ['', 'root', '10.0.0.1,10.0.0.2']],
    ['log-server', ['', 'tcp://log', 'log:6514', 'log"', 'localhost', '127.0.0.1', '127.8.0.1']],
    [
      'uploads',
      ['', '/srv', 'srv/a', '/etc/a', '/srv/../etc', '/srv/a b', '/srv/a,b', '/srv/a/', '/srv//a', '/srv/$A'],
    ],
    ['upload-size', ['0', '101', '10m', '']],
    ['keep-days', ['0', '91', '']],
    [
      'backup',
      [
        '',
        '/srv/backup',
        'sftp:host:/a',
        'sftp:u@h:/a b',
        'rest:http://h.example/a',
        's3:https://u:p@h.example/a',
        'sftp:u@localhost:/a',
        'rest:https://127.0.0.1:8000/a',
      ],
    ],
    ['python-digest', ['sha256:0', 'latest', `sha256:${'A'.repeat(64)}`]],
    ['proxy-digest', ['sha512:0', `sha256:${'0'.repeat(65)}`]],
    ['ci', ['', 'jenkins', 'constructor']],
  ])('%s: what is none is refused by name', (question, values) => {
    for (const value of values)
      expect([value, refusal({ [question]: value })]).toEqual([value, `scaffold-answer ${question}`]);
  });

  it('to what is not asked are refused', () => {
    for (const name of ['nme', 'constructor', '__proto__x'])
      expect(refusal({ [name]: 'a' })).toBe(`scaffold-question ${name}`);
  });

  it('mean nothing to the languages of the files, whatever is given', () => {
    const names = scaffoldQuestions().map(({ name }) => name);
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (name, value) => {
        if (!refusal({ [name]: value })) expect(value.trim()).toMatch(/^[\w.:/@-]*$/);
      }),
      { numRuns: 2000 },
    );
  });

  it('are first ones where none are given', () => {
    const initial = Object.fromEntries(
      scaffoldQuestions().map(({ name, initial }) => [name, initial.replace('{name}', 'qrcode-master')]),
    );
    expect(scaffold(initial, 'en')).toEqual(scaffold({}, 'en'));
    const renamed = scaffold({ name: 'codes' }, 'en')
      .map(({ text }) => text)
      .join('');
    expect(renamed).toContain('/srv/codes/uploads');
    expect(renamed).not.toContain('qrcode-master/');
  });
});
