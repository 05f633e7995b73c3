import { expect, test } from 'vitest';
import { clientFolders } from '../../../src/worker/service/clientFolders';

const folder = (uri: string) => ({ uri, name: '' });

test('folders come and go, each once, with or without a slash behind them', () => {
  const { now, change } = clientFolders({
    workspaceFolders: [folder('file:///a/'), folder('file:///b')],
    rootUri: null,
  });
  expect(now()).toEqual(['file:///a', 'file:///b']);
  change({ added: [folder('file:///c'), folder('file:///b/')], removed: [folder('file:///a')] });
  expect(now()).toEqual(['file:///b', 'file:///c']);
});

test('an older client names one folder, or none', () => {
  expect(clientFolders({ rootUri: 'file:///a' }).now()).toEqual(['file:///a']);
  expect(clientFolders({ rootUri: null, workspaceFolders: null }).now()).toEqual([]);
});
