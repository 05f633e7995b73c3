/** Attestations that a new deployment leaves to be written. */
import { describe, expect, it } from 'vitest';
import { peoplesRows } from '../../../../src/worker/compliance/checklist/peoplesRows';
import { scaffold } from '../../../../src/worker/compliance/scaffold/scaffold';
import { attest } from '../../../../src/worker/service/attestService';
import { configDiagnostics } from '../../../../src/worker/service/configDocument';

describe.each(['en', 'zh-cn'] as const)('%s', (locale) => {
  const config = scaffold({}, locale).find(({ path }) => path === '.qrcodemaster.yaml')!.text;
  const told = (text: string) => configDiagnostics('file:///w/.qrcodemaster.yaml', text, locale, '2026-11-25');

  it('state nothing, and nothing is wrong with them', () => {
    expect(config).toMatch(/^attestations:$/m);
    for (const row of Object.keys(peoplesRows)) expect(config).toContain(`# - {row: ${row}, `);
    expect(told(config)).toEqual([]);
  });

  it('lack who, when and the evidence once the # is removed, and nothing when these are filled in', () => {
    const open = config.replaceAll('  # - {', '  - {');
    expect(new Set(told(open).map(({ code }) => code))).toEqual(new Set(['config-attestation']));
    const filled = open.replaceAll('by: , on: , evidence: , ', 'by: a, on: 2026-11-01, evidence: b, ');
    expect(told(filled)).toEqual([]);
  });

  it('are written by the command too', () => {
    const answers = { row: 'C86', by: 'a', on: '2026-11-25', evidence: 'b', until: '' };
    const result = attest({ config: 'file:///w/.qrcodemaster.yaml', text: config, answers }, '2026-11-25', locale);
    expect(result.error).toBeUndefined();
  });
});
