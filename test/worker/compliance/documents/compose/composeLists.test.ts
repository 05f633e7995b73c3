/** Files that are merged because `.env` or a command names them, whatever they are called. */
import { describe, expect, it } from 'vitest';
import { readCompose } from '../../../../../src/worker/compliance/documents/compose/compose';
import { lint } from '../../../../../src/worker/compliance/lint';
import { treeFiles } from '../../treeFiles';

const BASE = 'services:\n  web:\n    image: acme/app:1.2\n    user: "1000"\n    read_only: true\n';
const OVER = 'services:\n  web:\n    image: acme/app:${TAG}\n    privileged: ${ALL}\n';

/** Ids of findings in the whole checklist, without the area. */
function rules(of: string, others: Record<string, string>) {
  const texts: Record<string, string> = { 'compose.yaml': BASE, 'stack/prod.yml': OVER, ...others };
  const files = treeFiles(Object.fromEntries(Object.entries(texts).map(([name, text]) => [`file:///w/${name}`, text])));
  const uri = `file:///w/${of}`;
  return lint(
    { uri, text: texts[of]! },
    { files, folder: 'file:///w', locale: 'en', profile: 'mlps3', today: '2026-11-30', group: false },
  ).findings.map(({ rule }) => rule.slice(5));
}

const MISSING = 'RUN-016';

describe('a file of another name and folder', () => {
  it('stands for itself where nothing names it', () => {
    expect(rules('stack/prod.yml', {})).toContain(MISSING);
  });

  it.each<[string, Record<string, string>]>([
    ['.env above', { '.env': 'COMPOSE_FILE=compose.yaml:stack/prod.yml\n' }],
    [
      '.env above, with a separator',
      { '.env': 'COMPOSE_PATH_SEPARATOR=,\nCOMPOSE_FILE=compose.yaml,stack/prod.yml\n' },
    ],
    ['.env above, as on Windows', { '.env': 'COMPOSE_FILE=compose.yaml;./stack/prod.yml\n' }],
    ['.env beside', { 'stack/.env': 'COMPOSE_FILE=../compose.yaml:prod.yml\n' }],
    ['a script', { 'up.sh': 'docker compose -f compose.yaml \\\n  -f stack/prod.yml up -d\n' }],
    ['a Makefile', { Makefile: 'up:\n\tdocker compose --file=compose.yaml --file "stack/prod.yml" up\n' }],
    ['a page', { 'README.md': '```\ndocker-compose -f compose.yaml -f stack/prod.yml up -d\n```\n' }],
  ])('is laid over what is named before it in %s', (_, others) => {
    expect(rules('stack/prod.yml', others)).not.toContain(MISSING);
  });

  it.each<[string, Record<string, string>]>([
    ['alone', { 'up.sh': 'docker compose -f stack/prod.yml up -d\n' }],
    ['first', { 'up.sh': 'docker compose -f stack/prod.yml -f compose.yaml up -d\n' }],
    [
      'in another command',
      { 'up.sh': 'docker compose -f compose.yaml pull\ndocker compose -f stack/prod.yml up -d\n' },
    ],
    ['in another folder', { '.env': 'COMPOSE_FILE=compose.yaml:other/prod.yml\n' }],
  ])('and is not where it is named %s', (_, others) => {
    expect(rules('stack/prod.yml', others)).toContain(MISSING);
  });

  it('has the variables of the .env that names it, and lays itself over the first one', () => {
    const env = (all: string) => ({ '.env': `ALL=${all}\nTAG=2\nCOMPOSE_FILE=compose.yaml:stack/prod.yml\n` });
    expect(rules('stack/prod.yml', env('true'))).toContain('RUN-008');
    expect(rules('stack/prod.yml', env('false'))).not.toContain('RUN-008');
  });
});

it('reads each .env once, however many commands name the file', () => {
  const others = {
    '.env': 'TAG=1\n',
    'stack/.env': 'TAG=2\n',
    'up.sh': 'docker compose -f stack/prod.yml up -d\n'.repeat(9),
  };
  const under = (name: string) => `file:///w/a/${name}`;
  const { text, folder } = treeFiles(
    Object.fromEntries(Object.entries(others).map(([name, content]) => [under(name), content])),
  );
  const read: string[] = [];
  const counted = (uri: string) => {
    read.push(uri);
    return text(uri);
  };
  const { containers } = readCompose(under('stack/prod.yml'), OVER, { text: counted, folder });
  expect(containers[0]!.image!.known).toBe('acme/app:2');
  expect(read.filter((uri) => uri.endsWith('.env'))).toEqual([under('stack/.env'), under('.env'), 'file:///w/.env']);
});
