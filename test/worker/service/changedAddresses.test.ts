import { expect, test } from 'vitest';
import { FileChangeType } from 'vscode-languageserver';
import { changedAddresses } from '../../../src/worker/service/changedAddresses';

const change = (uri: string, type: FileChangeType) => ({ uri, type });
const changed = (uri: string, type: FileChangeType, known: string[] = []) =>
  changedAddresses([change(uri, type)], (addresses) => known.filter((each) => addresses.includes(each)));

test('a folder is another when a file came or went, not when one was written', () => {
  const known = ['file:///w/a/'];
  expect(changed('file:///w/a/.env', FileChangeType.Changed, known)).toEqual(['file:///w/a/.env']);
  for (const type of [FileChangeType.Created, FileChangeType.Deleted] as const)
    expect(changed('file:///w/a/.env', type, known)).toEqual(['file:///w/a/.env', 'file:///w/a/']);
});

test('a file that is no deployment file counts where something rests on it', () => {
  expect(changed('file:///w/main.go', FileChangeType.Created)).toEqual([]);
  expect(changed('file:///w/main.go', FileChangeType.Created, ['file:///w/'])).toEqual(['file:///w/']);
  expect(changed('file:///w/.dockerignore', FileChangeType.Changed, ['file:///w/.dockerignore'])).toEqual([
    'file:///w/.dockerignore',
  ]);
});

test('a deployment file counts although nothing is known of it', () => {
  expect(changed('file:///w/compose.yaml', FileChangeType.Created)).toEqual(['file:///w/compose.yaml']);
});
