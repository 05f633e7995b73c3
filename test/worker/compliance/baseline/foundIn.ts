/** The linter's real findings of a text, each by itself, and with a baseline. */
import { lint } from '../../../../src/worker/compliance/lint';
import type { KnownFinding } from '../../../../src/worker/protocol/finding';

export const foundIn = (text: string, baseline?: readonly KnownFinding[], group = false) =>
  lint(
    { uri: 'file:///w/compose.yaml', text },
    { files: { text: () => null }, locale: 'en', profile: 'mlps3', today: '2026-11-23', group, baseline },
  );
