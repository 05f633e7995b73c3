import { createHash } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { createChecker } from '../../../src/worker/compliance/index';
import { tellsConfigs } from '../../../src/worker/service/tellsConfigs';
import { lintHere } from './lintHere';

const CONFIG = 'file:///w/.qrcodemaster.yaml';
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

it('a configuration that documents are checked by is told, once for each of its texts', async () => {
  const told: unknown[] = [];
  const sendNotification = async (method: string, params: unknown) => void told.push([method, params]);
  const texts = new Map([[CONFIG, 'profile: mlps3\n']]);
  const checker = createChecker({
    workspace: {
      text: async (uri: string) => texts.get(uri) ?? null,
      tops: () => ['file:///w'],
      isForeign: () => false,
      folderOf: () => 'file:///w',
    } as never,
    settings: () => ({ enabled: true, profile: 'recommended', baselineFindings: 'hint' }) as never,
    locale: 'en',
    today: () => '2026-11-23',
    lint: lintHere(),
    uses: tellsConfigs({ sendNotification } as never),
  });
  const bytes = new TextEncoder().encode('FROM a\n');
  for (const name of ['Dockerfile', 'b/Dockerfile', 'Dockerfile'])
    await checker.check({ uri: `file:///w/${name}`, bytes });
  await vi.waitFor(() => expect(told).toHaveLength(1));
  texts.set(CONFIG, '# 中\n');
  checker.forgetDependents([CONFIG]);
  await checker.check({ uri: 'file:///w/Dockerfile', bytes });
  await vi.waitFor(() => expect(told).toHaveLength(2));
  expect(told).toEqual([
    ['compliance/configUsed', { uri: CONFIG, sha256: hash('profile: mlps3\n'), bytes: 15 }],
    ['compliance/configUsed', { uri: CONFIG, sha256: hash('# 中\n'), bytes: 6 }],
  ]);
});
