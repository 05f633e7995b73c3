import { expect, test } from 'vitest';
import { settingsOf } from '../../../src/worker/service/settings';

const asking = () => {
  const asked: string[] = [];
  const settings = settingsOf(
    async (scope) => {
      asked.push(scope);
      return scope.endsWith('/strict') ? { profile: 'mlps3' } : null;
    },
    () => ['file:///w', 'file:///w/strict'],
  );
  return { asked, settings };
};

test('the files of a folder share one question, and the nearest folder counts', async () => {
  const { asked, settings } = asking();
  const all = await Promise.all(Array.from({ length: 100 }, (_, i) => settings(`file:///w/a/${i}/Dockerfile`)));
  expect(new Set(all.map(({ profile }) => profile))).toEqual(new Set(['recommended']));
  expect(await settings('file:///w/strict/Dockerfile')).toEqual({
    baselineFindings: 'hint',
    enabled: true,
    profile: 'mlps3',
    checkIgnored: false,
  });
  expect(asked).toEqual(['file:///w', 'file:///w/strict']);
});

test('a document of no folder is asked for by itself', async () => {
  const { asked, settings } = asking();
  await settings('untitled:Untitled-1');
  await settings('file:///wide/Dockerfile');
  expect(asked).toEqual(['untitled:Untitled-1', 'file:///wide/Dockerfile']);
});

test('what was forgotten is asked for again', async () => {
  const { asked, settings } = asking();
  await settings('file:///w/Dockerfile');
  settings.forget('file:///w/compose.yaml');
  await settings('file:///w/Dockerfile');
  settings.forget();
  await settings('file:///w/Dockerfile');
  expect(asked).toEqual(['file:///w', 'file:///w', 'file:///w']);
});

test('a client without settings gets the defaults', async () => {
  expect(await settingsOf(undefined, () => [])('file:///w/Dockerfile')).toEqual({
    baselineFindings: 'hint',
    enabled: true,
    profile: 'recommended',
    checkIgnored: false,
  });
});
