// One term per thing in both languages: what glossary.json forbids in texts for users.
import { readFileSync } from 'node:fs';

const glossary = JSON.parse(readFileSync(new URL('glossary.json', import.meta.url), 'utf8'));
const entries = glossary.flatMap(({ term, not }) =>
  Object.entries(not).flatMap(([language, patterns]) =>
    patterns.map((pattern) => ({
      pattern: new RegExp(pattern, 'i'),
      term: term[language],
      chinese: language !== 'en',
    })),
  ),
);
const isChinese = (text) => /\p{Script=Han}/u.test(text);

/**
 * What texts should say instead; an English pattern is sought in texts without Chinese characters
 * only, a Chinese one in the others.
 */
export const otherTerms = (texts) =>
  texts.flatMap(({ text, where }) =>
    entries
      .filter(({ pattern, chinese }) => chinese === isChinese(text) && pattern.test(text))
      .map(({ pattern, term }) => `${where}: write "${term}" for "${pattern.exec(text)[0]}"`),
  );
