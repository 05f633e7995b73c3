import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../../src/worker/compliance/applyEdits';
import { readConfig } from '../../../../src/worker/compliance/config/readConfig';
import { waiverEdit } from '../../../../src/worker/compliance/config/waiverEdit';

const today = '2026-11-25';
const waived = { finding: { rule: 'MLPS-RUN-001', service: 'web' }, path: 'deploy/compose.yaml', today };

function added(text: string | undefined, some = waived): string | undefined {
  const edit = waiverEdit(text, some, 'recommended');
  return edit && applyEdits(text ?? '', [edit]);
}
/** What the linter makes of it once a person wrote the reason. */
const read = (text: string) => {
  const { config, problems } = readConfig(
    'file:///w/.qrcodemaster.yaml',
    text.replace(/reason: (?=\r?\n|$)/, 'reason: because'),
  );
  return {
    problems,
    waivers: (config.waivers ?? []).map(({ place: _, ...waiver }) => waiver),
    profile: config.profile,
  };
};
const expected = {
  rule: 'MLPS-RUN-001',
  service: 'web',
  files: ['/deploy/compose.yaml'],
  until: '2027-05-27',
  reason: 'because',
};

describe('waiverEdit', () => {
  it('makes a file that keeps the profile', () => {
    expect(read(added(undefined)!)).toEqual({ problems: [], waivers: [expected], profile: 'recommended' });
  });

  it('has no effect before its reason is written', () => {
    const { config, problems } = readConfig('file:///w/.qrcodemaster.yaml', added(undefined)!);
    expect(config.waivers ?? []).toEqual([]);
    expect(problems.map(({ code, word }) => [code, word])).toEqual([['waiver', 'reason']]);
  });

  it.each([
    ['a file without waivers', 'profile: mlps3\nrules:\n  MLPS-RUN-008: off\n', []],
    ['a file without a line end', 'profile: mlps3', []],
    ['an empty file', '', []],
    ['comments alone', '# ours\n', []],
    ['Windows line ends', 'profile: mlps3\r\n', []],
  ])('adds a list to %s', (_, text) => {
    const after = added(text)!;
    expect(after.startsWith(text)).toBe(true);
    expect(read(after)).toMatchObject({ problems: [], waivers: [expected] });
    if (text.includes('\r')) expect(after.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it.each(['', '  ', '    '])('adds to a list that is indented by "%s", before what follows', (indent) => {
    const first = `${indent}- rule: MLPS-RUN-002 # why not\n${indent}  reason: old\n`;
    const text = `waivers: # ours\n${first}\n# the rest\nignore: [a]\n`;
    const after = added(text)!;
    expect(after.startsWith(`waivers: # ours\n${first}${indent}- rule: MLPS-RUN-001\n`)).toBe(true);
    expect(after.endsWith('\n# the rest\nignore: [a]\n')).toBe(true);
    expect(read(after)).toMatchObject({ problems: [], waivers: [{ rule: 'MLPS-RUN-002', reason: 'old' }, expected] });
  });

  it('adds to a list at the end of a file that has no line end', () => {
    expect(read(added('waivers:\n- {rule: MLPS-RUN-002, reason: old}')!).waivers).toHaveLength(2);
  });

  it.each([
    'waivers: []\n',
    'waivers: [{rule: MLPS-RUN-002, reason: a}]\n',
    '{profile: mlps3}\n',
    '- a\n',
    'a: [\n',
    'waivers: none\n',
  ])('leaves %j alone', (text) => expect(added(text)).toBeUndefined());

  it('names one file, though others have its name, and no file whose name is a pattern', () => {
    const after = added('', { ...waived, path: 'compose.yaml' })!;
    expect(read(after).waivers[0]!.files).toEqual(['/compose.yaml']);
    expect(added('', { ...waived, path: 'a*.yaml' })).toBeUndefined();
    expect(read(added('', { ...waived, path: "部署 #1/it's: a.yaml" })!).waivers[0]!.files).toEqual([
      "/部署 #1/it's: a.yaml",
    ]);
  });
});
