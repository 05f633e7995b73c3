/** The facts that comments cite are all stated, once, with a source and a test that exists. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const sections = readFileSync(join(ROOT, 'docs/reading-files.md'), 'utf8')
  .split(/^### (?=T\d)/m)
  .slice(1);
const numberOf = (section: string): string => /^T\d+(?= )/.exec(section)![0];
const numbers = sections.map(numberOf);

it('states T1 to the last, each once', () => {
  const all = numbers.map((_, i) => `T${i + 1}`);
  expect(numbers.toSorted()).toEqual(all.toSorted());
});

describe.each(sections.map((section) => [numberOf(section), section]))('%s', (_, section) => {
  it('has a source', () => expect(section).toMatch(/^- Source: \S/m));
  it('has tests that exist', () => {
    const tests = /^- Test: (.+(?:\n {2}.+)*)$/m.exec(section)?.[1];
    if (tests === 'none yet; no rule judges it.') return;
    for (const test of tests!.split(/,\s+/)) expect(existsSync(join(ROOT, test)), test).toBe(true);
  });
});

it('covers every fact that a comment cites', () => {
  const folder = join(ROOT, 'src');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const cited = new Set(
    files.flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/\bfacts? (T\d+(?:(?:, | and | to )T\d+)*)/g)].flatMap(
        ([, list]) => list!.match(/T\d+/g),
      ),
    ),
  );
  expect(cited.size).toBeGreaterThan(15);
  expect([...cited].filter((number) => !numbers.includes(number!))).toEqual([]);
});
