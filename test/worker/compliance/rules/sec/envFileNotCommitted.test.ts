import { expect, it } from 'vitest';
import { lint } from '../../../../../src/worker/compliance/lint';

const texts: Record<string, string> = {
  'file:///w/prod.env': 'DB_PASSWORD=b7Qp-29xk\n',
  'file:///w/compose.yaml':
    'services:\n  a: {image: app:1, env_file: prod.env}\n  b: {image: app:1, env_file: [other.env, ./prod.env]}\n',
  'file:///w/docker-compose.yml': 'services:\n  c: {image: app:1, env_file: {path: prod.env}}\n',
};
const find = (uri: string) => {
  const files = { text: (other: string) => texts[other] ?? null };
  const context = { files, locale: 'en', profile: 'recommended', today: '2026-11-23' } as const;
  return lint({ uri, text: texts[uri]! }, context).findings.filter(({ rule }) => rule === 'MLPS-SEC-006');
};

it('a secret in an env file is told once, at the file, related to its uses', () => {
  const [finding, ...more] = find('file:///w/prod.env');
  expect(more).toEqual([]);
  expect(finding?.related?.map(({ uri, range }) => [uri, range.start.line, range.start.character])).toEqual([
    ['file:///w/compose.yaml', 1, 30],
    ['file:///w/compose.yaml', 2, 42],
  ]);
  expect(find('file:///w/compose.yaml')).toEqual([]);
  expect(find('file:///w/docker-compose.yml')).toEqual([]);
});
