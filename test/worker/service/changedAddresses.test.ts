import { expect, test } from 'vitest';
import { FileChangeType } from 'vscode-languageserver';
import { changedAddresses } from '../../../src/worker/service/changedAddresses';

test('a folder is another when a file came or went, not when one was written', () => {
  const change = (uri: string, type: FileChangeType) => ({ uri, type });
  expect(changedAddresses([change('file:///w/a/.env', FileChangeType.Changed)])).toEqual(['file:///w/a/.env']);
  for (const type of [FileChangeType.Created, FileChangeType.Deleted] as const)
    expect(changedAddresses([change('file:///w/a/.env', type)])).toEqual(['file:///w/a/.env', 'file:///w/a/']);
});
