/** The threat model in both languages: every promise has a test, and every test that is named is there. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (file: string) => readFileSync(file, 'utf8');
const english = read('docs/security.md');
const chinese = read('docs/security.zh-cn.md');

const testsIn = (text: string) => [...text.matchAll(/`(test\/[\w/.-]+\.ts)`/g)].map(([, file]) => file!);
/** Rows of the table of goals. */
const goals = (text: string) => text.split('\n').filter((line) => /^\|.*`(?:test\/|npm run check)/.test(line));

it('names tests that are there', () => {
  expect(testsIn(english).filter((file) => !existsSync(file))).toEqual([]);
  expect(goals(english).length).toBeGreaterThan(15);
});

it('says the same in Chinese', () => {
  expect(testsIn(chinese)).toEqual(testsIn(english));
  expect(goals(chinese).length).toBe(goals(english).length);
  const code = (text: string) => text.split('\n').filter((line) => /^(?:node|unshare|strace|grep|QR_CODE)/.test(line));
  expect(code(chinese)).toEqual(code(english));
});

it.each(['SECURITY.md', 'docs/security.md', 'docs/security.zh-cn.md'])('%s links only what is there', (file) => {
  const folder = file.includes('/') ? 'docs/' : '';
  const links = [...read(file).matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link]) => folder + link);
  expect(links.filter((link) => !existsSync(link))).toEqual([]);
  expect(links.length).toBeGreaterThan(0);
});
