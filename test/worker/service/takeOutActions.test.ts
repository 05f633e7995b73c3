/** What the light bulb takes out of a baseline, out of the linter's real findings. */
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/worker/compliance/applyEdits';
import { baselineOf } from '../../../src/worker/compliance/baseline/baselineOf';
import { holdBaseline } from '../../../src/worker/compliance/baseline/heldBaseline';
import { writeBaseline } from '../../../src/worker/compliance/baseline/writeBaseline';
import { asDiagnostic } from '../../../src/worker/service/diagnostics';
import { takeOutActions } from '../../../src/worker/service/takeOutActions';
import { foundIn } from '../compliance/baseline/foundIn';

const text = 'services:\n  web:\n    image: app:1\n    privileged: true\n';
const path = 'compose.yaml';
const written = writeBaseline(
  baselineOf([{ path, profile: 'mlps3', findings: foundIn(text).findings }], '2026-01-31', '1'),
);
const hold = (baseline: string) => holdBaseline({ uri: 'file:///w/b.json', text: baseline, path });
const findings = (baseline: string) => foundIn(text, hold(baseline).known, true).findings;
const actions = (baseline: string, saveCommand?: string) =>
  takeOutActions(
    { locale: 'en', baseline: hold(baseline), saveCommand, asDiagnostic: (one) => asDiagnostic(one, undefined, 'en') },
    findings(baseline),
  );
const fresh = (baseline: string) => findings(baseline).filter(({ baselineState }) => baselineState === 'new');

describe('taking out of the baseline', () => {
  it('makes the finding new again, and no other; a group with all that it stands for', () => {
    expect(fresh(written)).toEqual([]);
    const all = actions(written);
    expect(all.length).toBe(findings(written).length);
    for (const { edit, diagnostics, isPreferred } of all) {
      const after = fresh(applyEdits(written, edit!.changes!['file:///w/b.json']!));
      expect(after.map(({ rule, range }) => [rule, range])).toEqual(
        diagnostics!.map(({ code, range }) => [code, range]),
      );
      expect(isPreferred).toBe(false);
    }
    expect(all.map(({ diagnostics }) => diagnostics![0]!.code)).toContain('MLPS-RUN-000');
  });

  it('is not offered for what is new, and saves the file where the client can', () => {
    const [first] = actions(written, 'save');
    expect(first!.command).toMatchObject({ command: 'save', arguments: ['file:///w/b.json'] });
    expect(actions(written)[0]!.command).toBeUndefined();
    expect(actions(written.replace(/\n {4}\{"path"[\s\S]*\}\n/, ''))).toEqual([]);
  });

  it('shows what is covered as a hint that says so', () => {
    for (const one of findings(written)) {
      const { severity, message } = asDiagnostic(one, undefined, 'en');
      expect([severity, message]).toEqual([4, `${one.message} (in the baseline)`]);
    }
  });
});
