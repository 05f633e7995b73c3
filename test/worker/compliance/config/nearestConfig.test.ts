import { expect, test } from 'vitest';
import { configFor } from '../../../../src/worker/compliance/config';
import { configOf, nearestConfigText } from '../../../../src/worker/compliance/config/nearestConfig';

const files: Record<string, string> = {
  'file:///w/.qrcodemaster.yaml': 'profile: mlps3\nignore: ["old/**"]\n',
  'file:///w/app/.qrcodemaster.yml': 'profile: recommended\n',
  'file:///.qrcodemaster.yaml': 'profile: mlps3\n',
};
const asked: string[] = [];
const read = async (uri: string) => {
  asked.push(uri);
  return files[uri] ?? null;
};
async function find(uri: string, tops = ['file:///w']) {
  const found = await nearestConfigText(uri, {
    text: read,
    tops: () => tops,
    isForeign: (config) => config.startsWith('file:///theirs/'),
  });
  return found && (configFor(configOf(found).config, found.path) ?? 'ignored');
}

test('the nearest file wins', async () => {
  expect(await find('file:///w/Dockerfile')).toMatchObject({ profile: 'mlps3' });
  expect(await find('file:///w/a/b/Dockerfile')).toMatchObject({ profile: 'mlps3' });
  expect(await find('file:///w/app/deep/Dockerfile')).toMatchObject({ profile: 'recommended' });
});

test('paths are matched from the folder of the configuration', async () => {
  expect(await find('file:///w/old/x/Dockerfile')).toBe('ignored');
  expect(await find('file:///w/app/old/Dockerfile')).toMatchObject({ profile: 'recommended' });
});

test('nothing above the workspace folder is read, and without a workspace only the folder of the document', async () => {
  asked.length = 0;
  expect(await find('file:///other/x/Dockerfile', ['file:///other'])).toBeUndefined();
  expect(asked).not.toContain('file:///.qrcodemaster.yaml');
  asked.length = 0;
  expect(await find('file:///lonely/x/Dockerfile', [])).toBeUndefined();
  expect(asked.every((uri) => uri.startsWith('file:///lonely/x/'))).toBe(true);
  asked.length = 0;
  expect(await find('untitled:Untitled-1', [])).toBeUndefined();
  expect(asked).toEqual([]);
});

test('the search goes up to the repository, and ends at what somebody else may have put there', async () => {
  expect(await find('file:///w/app/deep/Dockerfile', ['file:///w/app/deep', 'file:///w'])).toMatchObject({
    profile: 'recommended',
  });
  expect(await find('file:///w/sub/Dockerfile', ['file:///w/sub'])).toBeUndefined();
  files['file:///theirs/.qrcodemaster.yaml'] = 'ignore: ["**"]\n';
  expect(await find('file:///theirs/sub/Dockerfile', ['file:///theirs'])).toBeUndefined();
});

test('a configuration is read once for all its files, until it changes', async () => {
  const uri = 'file:///shared/.qrcodemaster.yaml';
  files[uri] = 'waivers:\n  - rule: MLPS-IMG-001\n    reason: pinned elsewhere\n';
  const waiverFor = async (name: string) => {
    const config = await find(`file:///shared/${name}/Dockerfile`, ['file:///shared']);
    return config === 'ignored' ? undefined : config!.waivers![0];
  };
  const first = await waiverFor('a');
  expect(await waiverFor('b')).toBe(first);
  files[uri] = files[uri].replace('elsewhere', 'above');
  expect(await waiverFor('b')).toMatchObject({ reason: 'pinned above' });
});
