/** What is offered for attestation, and what is made of the answers. */
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/worker/compliance/applyEdits';
import { readConfig } from '../../../src/worker/compliance/config/readConfig';
import { type AttestAnswers, answerProblem, answerSentences } from '../../../src/worker/protocol/attest';
import { attest, attestable } from '../../../src/worker/service/attestService';

const TODAY = '2026-11-25';
const answers: AttestAnswers = { row: 'C86', by: ' Li Wei ', on: TODAY, until: '', evidence: 'plan.pdf' };
const made = (more: Partial<AttestAnswers>, text: string | null = null) =>
  attest({ config: 'file:///w/.qrcodemaster.yaml', text, answers: { ...answers, ...more } }, TODAY, 'en');

describe('attest', () => {
  it('answers the edit, and where the entry stands then', () => {
    const text = 'profile: mlps3\nattestations:\n- {row: C92, by: a, on: 2026-01-01, evidence: b}\n\nignore: [a]\n';
    const result = made({ until: '2027-11-25' }, text);
    if (result.error) throw new Error(result.error.message);
    const { at, newText, entry } = result;
    const after = applyEdits(text, [{ range: { start: at, end: at }, newText }]);
    expect(entry).toEqual({ line: 3, character: 2 });
    expect(after.split('\n')[entry.line]!.slice(entry.character)).toBe('row: C86');
    const { attestations } = readConfig('', after).config;
    expect(attestations![1]).toMatchObject({ for: 'C86', by: 'Li Wei', until: '2027-11-25', evidence: 'plan.pdf' });
  });

  it('makes a configuration where there is none', () =>
    expect(made({})).toMatchObject({ at: { line: 0, character: 0 }, entry: { line: 2, character: 4 } }));

  it.each(['C93', 'C01', 'toString'])('refuses the row %s', (row) =>
    expect(made({ row })).toMatchObject({ error: { code: 'attestation-row' } }),
  );

  it.each([
    [{ by: ' ' }, 'missing'],
    [{ by: 'a\nb' }, 'lines'],
    [{ evidence: '' }, 'missing'],
    [{ on: '' }, 'missing'],
    [{ on: '2026-02-30' }, 'day'],
    [{ on: '2026-11-26' }, 'future'],
    [{ until: '2026-11-24' }, 'over'],
    [{ until: 'soon' }, 'day'],
  ] as const)('refuses %j', (more, problem) => {
    const data = { field: Object.keys(more)[0], problem: answerSentences[problem].en };
    expect(made(more)).toMatchObject({ error: { code: 'attestation-answer', data } });
  });

  it.each(['attestations: []\n', 'a: [\n', '# \ufffd\n'])('adds nothing to %j', (text) =>
    expect(made({}, text)).toMatchObject({ error: { code: 'config-not-extended' } }),
  );
});

it('a last day before the day it was looked at is told', () =>
  expect(answerProblem('until', { on: '2027-01-02', until: '2027-01-01' }, TODAY)).toBe('over'));

it('offers rows with their words', () => {
  const { rows, until } = attestable('attestations:\n', TODAY, 'zh-cn');
  expect(rows[0]).toEqual({
    row: 'C14',
    state: 'open',
    words: expect.stringContaining('2.2'),
    look: expect.any(String),
  });
  expect(until).toBe('2027-11-25');
});
