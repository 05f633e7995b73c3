/** The light bulb in a configuration. */
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/worker/compliance/applyEdits';
import type { TextEdit } from '../../../src/worker/protocol/finding';
import { configActions } from '../../../src/worker/service/configActions';

const uri = 'file:///w/.qrcodemaster.yaml';
const TEXT = `# ours
attestations:
  - row: C86
    by: Li Wei
    on: "2025-01-01" # the drill
    until: 2026-01-01
    evidence: plan.pdf
  - row: C92
    by: Li Wei
    on: 2026-01-01
    evidence: siem.pdf
`;
const actions = (line: number, text = TEXT, only?: string[]) => {
  const at = { line, character: 4 };
  const request = { uri, text, range: { start: at, end: at }, only, locale: 'en', today: '2026-11-25' } as const;
  return configActions({ ...request, placeCommand: 'go' });
};

describe('an attestation that is over', () => {
  it('is renewed: both dates, and nothing else', () => {
    const [renew, ...others] = actions(3);
    expect(others).toEqual([]);
    expect(renew!.isPreferred).toBe(false);
    expect(applyEdits(TEXT, renew!.edit!.changes![uri] as TextEdit[])).toBe(
      TEXT.replace('"2025-01-01"', '2026-11-25').replace('until: 2026-01-01', 'until: 2027-11-25'),
    );
    expect(renew!.command!.arguments).toEqual([uri, { line: 4, character: 8 }]);
  });

  it('only there', () => {
    expect(actions(8)).toEqual([]);
    expect(actions(3, TEXT.replace('until: 2026-01-01', 'until: 2026-11-25'))).toEqual([]);
    expect(actions(3, TEXT, ['source.fixAll'])).toEqual([]);
    expect(actions(3, `${TEXT}# \ufffd\n`)).toEqual([]);
  });
});

it('at the list: an entry whose words are left to write', () => {
  const [draft] = actions(1);
  const after = applyEdits(TEXT, draft!.edit!.changes![uri] as TextEdit[]);
  expect(after).toBe(`${TEXT}  - row: \n    by: \n    on: 2026-11-25\n    evidence: \n    until: 2027-11-25\n`);
  expect(draft!.command!.arguments).toEqual([uri, { line: 11, character: 9 }]);
});
