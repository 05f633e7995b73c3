/** How many codes are kept: a workspace asks for fewer than its user, never for more. */
import { beforeEach, expect, it, vi } from 'vitest';
import { historySize } from '../../../src/extension/features/historyParts';
import { settings, startAgain, workspaceSettings } from './storageKit';

vi.mock('vscode', async () => (await import('./storageKit')).vscode);

beforeEach(startAgain);

it.each([
  [undefined, undefined, 50],
  [0, undefined, 0],
  [200, undefined, 200],
  [undefined, 0, 0],
  [undefined, 10, 10],
  [undefined, 500, 50],
  [0, 500, 0],
  [200, 100, 100],
])('the user says %j, the workspace %j: %i', (own, workspace, kept) => {
  if (own !== undefined) settings.size = own;
  if (workspace !== undefined) workspaceSettings.size = workspace;
  expect(historySize()).toBe(kept);
});
