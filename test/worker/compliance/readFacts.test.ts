/** Facts that are remembered are those that would be read. */
import { expect, it } from 'vitest';
import type { WorkspaceFiles } from '../../../src/worker/compliance/files';
import { rememberFacts } from '../../../src/worker/compliance/readFacts';

it('reads a text once, and anew when it or what it was read with changes', () => {
  const files: Record<string, string> = { 'file:///w/.env': 'TAG=1.27\n' };
  const asked: string[] = [];
  const workspace: WorkspaceFiles = {
    text(uri) {
      asked.push(uri);
      return files[uri] ?? null;
    },
  };
  const read = rememberFacts();
  const document = { uri: 'file:///w/compose.yaml', text: 'services:\n  web:\n    image: nginx:$TAG\n' };
  const images = () => read('compose', document, workspace).image!.map(({ value }) => value.resolved);
  expect(images()).toEqual(['nginx:1.27']);
  const first = read('compose', document, workspace);
  asked.length = 0;
  expect(read('compose', document, workspace)).toBe(first);
  // Whoever is given remembered facts depends on the same files.
  expect(asked).toContain('file:///w/.env');
  files['file:///w/.env'] = 'TAG=1.28\n';
  expect(images()).toEqual(['nginx:1.28']);
  document.text = 'services: {}\n';
  expect(images()).toEqual([]);
});

it('keeps nothing that was read while something was missing', () => {
  const read = rememberFacts();
  const document = { uri: 'file:///w/compose.yaml', text: 'services:\n  web:\n    image: nginx:$TAG\n' };
  let env: string | undefined;
  const files: WorkspaceFiles = { text: (uri) => (uri.endsWith('/.env') ? env : null) };
  read('compose', document, files);
  env = 'TAG=2\n';
  expect(read('compose', document, files).image!.map(({ value }) => value.resolved)).toEqual(['nginx:2']);
});

it('keeps the facts of the last texts, as many characters as it may, and of no large one', () => {
  const read = rememberFacts(100);
  const files: WorkspaceFiles = { text: () => null };
  const facts = (name: string, length: number) =>
    read('env', { uri: `file:///w/${name}`, text: `A=${'1'.repeat(length - 2)}` }, files);
  const [a, b, c, large] = [facts('a', 40), facts('b', 40), facts('c', 40), facts('large', 60)];
  expect(facts('b', 40)).toBe(b);
  expect(facts('c', 40)).toBe(c);
  expect(facts('large', 60)).not.toBe(large);
  expect(facts('a', 40)).not.toBe(a);
  // A text that is another takes the place of the one before.
  const [, second] = [facts('c', 41), facts('c', 42)];
  expect(facts('a', 40)).toBe(facts('a', 40));
  expect(facts('c', 42)).toBe(second);
});
