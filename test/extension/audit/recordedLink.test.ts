/** What the operation log is told of a link that was opened; VS Code is played. */
import { expect, it, vi } from 'vitest';
import type { Operations } from '../../../src/extension/audit/operations';

vi.mock('vscode', () => ({
  l10n: { t: (text: string) => text },
  window: { showInformationMessage: async () => 'Open' },
  env: { openExternal: async () => true },
}));
const { recordedLink } = await import('../../../src/extension/audit/recordedActions');

const noted = async (text: string, secret: boolean) => {
  const note = vi.fn<Operations['note']>();
  await recordedLink({ note })(text, undefined, secret);
  return note.mock.lastCall![0];
};

it('hashes the address, unless it holds a secret', async () => {
  expect(await noted('https://example.org/', false)).toMatchObject({
    op: 'openLink',
    result: 'ok',
    content: { bytes: 20, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
  expect((await noted('https://user:hunter22@example.org/', true)).content).toEqual({ bytes: 34 });
});
