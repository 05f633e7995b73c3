import { expect, it } from 'vitest';
import { parseYaml } from '../../../../../src/worker/compliance/documents/yaml/yaml';

it.each(['a: [b', '[', '{a', 'a: "b'])('places what is missing at the end of the text, not behind it: %s', (text) => {
  const { problems } = parseYaml('f', `${text}\n# more`, { start: 0, end: text.length });
  expect(problems.map(({ place }) => place.end)).toEqual([text.length]);
});
