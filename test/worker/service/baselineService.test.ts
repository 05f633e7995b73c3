import { expect, it } from 'vitest';
import { CancellationToken, type Connection } from 'vscode-languageserver';
import { readBaseline } from '../../../src/worker/compliance/baseline/readBaseline';
import type { Checked } from '../../../src/worker/compliance/index';
import { baselineService } from '../../../src/worker/service/baselineService';
import { foundIn } from '../compliance/baseline/foundIn';

it('answers what is in the baseline, and which files could not be judged', async () => {
  let ask: ((params: unknown, cancel: CancellationToken) => Promise<{ text: string; notJudged: string[] }>) | undefined;
  const onRequest = (_method: string, handler: typeof ask) => {
    ask = handler;
  };
  const base = { satisfied: [], ms: 0, profile: 'mlps3' };
  const found = { ...base, kind: 'compose', findings: foundIn('services:\n  a:\n    image: a\n').findings };
  const checked: Record<string, object | undefined> = {
    'file:///w/compose.yaml': found,
    'file:///w/broken.yaml': { ...found, failed: { code: 'lint-failed', message: 'lost' } },
    'file:///w/notes.txt': undefined,
    'file:///w/left.yaml': { ...found, isLeftOut: true },
  };
  baselineService({
    connection: { onRequest } as unknown as Pick<Connection, 'onRequest'>,
    check: async (uri) => checked[uri] as Checked | undefined,
    today: () => '2026-01-31',
  });
  const uris = Object.keys(checked);
  const { text, notJudged } = await ask!({ uris, baseline: 'file:///w/base.json' }, CancellationToken.None);
  expect(notJudged).toEqual(['file:///w/broken.yaml']);
  expect(new Set(readBaseline(text).findings.map(({ path }) => path))).toEqual(new Set(['compose.yaml']));
});
