import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import chinese from '../../../media/l10n/bundle.l10n.zh-cn.json';
import english from '../../../package.nls.json';
import chineseTitles from '../../../package.nls.zh-cn.json';
import { panelNotices } from '../../../src/extension/panel/panelNotices';
import { panelStrings } from '../../../src/extension/panel/panelStrings';
import { batchStrings } from '../../../src/extension/panel/strings/batchStrings';
import { commonStrings } from '../../../src/extension/panel/strings/commonStrings';
import { makeStrings } from '../../../src/extension/panel/strings/makeStrings';
import { optionsStrings } from '../../../src/extension/panel/strings/optionsStrings';
import { readStrings } from '../../../src/extension/panel/strings/readStrings';
import { toolStrings } from '../../../src/extension/panel/strings/toolStrings';

const words = chinese as Record<string, string>;

/** Every English sentence that the panel's code asks for. */
function sentences(): string[] {
  const asked: string[] = [];
  const ask = (english: string) => {
    asked.push(english);
    return english;
  };
  panelStrings(ask);
  const notices = panelNotices(ask);
  for (const notice of Object.values(notices))
    if (typeof notice === 'function') (notice as (...values: unknown[]) => string)('', '');
  const folder = 'src/extension/panel/';
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts'))) {
    for (const [, english] of readFileSync(folder + file, 'utf8').matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g))
      asked.push(english!);
  }
  return asked;
}

const placeholders = (sentence: string) => (sentence.match(/\{\w+\}/g) ?? []).sort();

it('has every sentence in Chinese, with the same placeholders', () => {
  expect(sentences().length).toBeGreaterThan(80);
  for (const english of sentences()) {
    expect(words[english], english).toBeTruthy();
    expect(placeholders(words[english]!), english).toEqual(placeholders(english));
  }
});

it('has each key in one area', () => {
  const same = (english: string) => english;
  const areas = [commonStrings, makeStrings, optionsStrings, readStrings, toolStrings, batchStrings];
  const keys = areas.flatMap((area) => Object.keys(area(same)));
  expect(new Set(keys).size).toBe(keys.length);
  expect(Object.keys(panelStrings(same))).toHaveLength(keys.length);
});

it('has no word of its own in the page', () => {
  for (const file of readdirSync('media/panel').filter((name) => name.endsWith('.ts'))) {
    const source = readFileSync(`media/panel/${file}`, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    const literals = [...source.matchAll(/'([^'\n]*)'/g)].map(([, literal]) => literal!);
    const sentenceLike = literals.filter((literal) => /^[A-Z][a-z]+ [a-z]+ [a-z]+/.test(literal));
    expect(sentenceLike, file).toEqual([]);
  }
});

it('calls a command in Chinese what the menus call it', () => {
  const titles = new Map(
    Object.entries(english).map(([key, title]) => [title, chineseTitles[key as keyof typeof chineseTitles]]),
  );
  const named = Object.entries(words).flatMap(([sentence, translation]) =>
    [...sentence.matchAll(/“([^”]+)”/g)].flatMap(([, title]) =>
      titles.has(title!) ? [{ title: titles.get(title!)!, translation }] : [],
    ),
  );
  expect(named.length).toBeGreaterThanOrEqual(3);
  for (const { title, translation } of named) expect(translation).toContain(`“${title}”`);
});
