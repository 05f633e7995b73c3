/** Which value holds (fact T21): order, blocks, other files. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  exceptionsTo,
  generalSetting,
  readSshdSettings,
  serverSetting,
} from '../../../../../src/worker/compliance/documents/sshd/sshdSettings';
import { treeFiles } from '../../treeFiles';

const read = (text: string, others: Record<string, string> = {}, uri = 'file:///w/etc/ssh/sshd_config') =>
  readSshdSettings(
    uri,
    text,
    treeFiles(Object.fromEntries(Object.entries(others).map(([path, t]) => [`file:///w/${path}`, t]))),
  );
const rootOf = (text: string, others?: Record<string, string>) =>
  generalSetting(read(text, others), 'permitrootlogin')?.value?.text;

describe('what holds for all', () => {
  it.each([
    ['PermitRootLogin no\nPermitRootLogin yes', 'no'],
    ['Match User a\nPermitRootLogin yes', undefined],
    ['PermitRootLogin yes\nMatch all\nPermitRootLogin no', 'no'],
    ['Match User a\nPermitRootLogin yes\nMatch all\nPermitRootLogin no', 'no'],
  ])('%j', (text, value) => expect(rootOf(text)).toBe(value));

  it('takes the older names of a keyword for it', () => {
    for (const name of ['ChallengeResponseAuthentication', 'SkeyAuthentication'])
      expect(generalSetting(read(`${name} no`), 'kbdinteractiveauthentication')?.value?.text).toBe('no');
  });
});

describe('what only the whole server has', () => {
  it.each([
    ['LoginGraceTime 30\nMatch all\nLoginGraceTime 10', '30'],
    ['Match all\nLoginGraceTime 10\nMatch all\nLoginGraceTime 20', '10'],
    ['Match User a\nLoginGraceTime 10\n', undefined],
  ])('%j', (text, value) => expect(serverSetting(read(text), 'logingracetime')?.value?.text).toBe(value));
});

it('knows what blocks say, as far as no block for all goes before them', () => {
  const text =
    'Match User a\nPermitRootLogin yes\nPermitRootLogin no\nMatch all\nPermitRootLogin no\nMatch User b\nPermitRootLogin yes';
  expect(
    exceptionsTo(read(text), 'permitrootlogin').map((s) => [s.value!.text, s.criteria!.map((c) => c.text)]),
  ).toEqual([['yes', ['User', 'a']]]);
});

describe('an Include', () => {
  const others = { 'etc/ssh/a.conf': 'PermitRootLogin yes\nMatch User x\n', 'etc/shared.conf': 'PermitRootLogin no' };
  it.each([
    ['Include a.conf\nPermitRootLogin no', 'yes', true],
    ['Include /etc/ssh/a.conf\nPermitRootLogin no', 'yes', true],
    ['Include ../shared.conf a.conf', 'no', true],
    ['Include /etc/shared.conf', 'no', true],
    ['PermitRootLogin no\nInclude a.conf', 'no', true],
    ['Include missing.conf\nPermitRootLogin no', 'no', false],
    ['Include /etc/ssh/sshd_config.d/*.conf', undefined, false],
    ['Match User a\nInclude a.conf', undefined, true],
    ['Match User a\nInclude missing.conf', undefined, true],
  ])('%j', (text, value, isComplete) => {
    expect(rootOf(text, others)).toBe(value);
    expect(read(text, others).isComplete).toBe(isComplete);
  });

  it('ends with its file, Match blocks and all, and is read in loops only so far', () => {
    expect(rootOf('Include b.conf\nPermitRootLogin no', { 'etc/ssh/b.conf': 'Match User x\nPort 1\n' })).toBe('no');
    const loop = read('Include b.conf\n'.repeat(2000), { 'etc/ssh/b.conf': 'Port 1\nInclude b.conf b.conf\n' });
    expect(loop.settings.length).toBeLessThanOrEqual(64);
    expect(loop.isComplete).toBe(false);
  });

  it('with a pattern names the files of a folder that is there, by their names', () => {
    const folder = {
      'etc/ssh/d/20.conf': 'PermitRootLogin yes',
      'etc/ssh/d/10.conf': 'PermitRootLogin no',
      'etc/ssh/d/README': 'PermitRootLogin x',
    };
    for (const path of ['/etc/ssh/d/*.conf', 'd/*.conf', 'd/?0.conf']) {
      expect(rootOf(`Include ${path}\nPermitRootLogin yes`, folder)).toBe('no');
      expect(read(`Include ${path}`, folder).isComplete).toBe(true);
    }
    for (const path of ['e/*.conf', '*/10.conf', 'd/[1]0.conf', '/srv/*.conf'])
      expect(read(`Include ${path}`, folder).isComplete).toBe(false);
  });

  it('of a fragment lies beside the folder of fragments', () => {
    const fragment = read('Include a.conf', others, 'file:///w/etc/ssh/sshd_config.d/10.conf');
    expect(generalSetting(fragment, 'permitrootlogin')?.value?.text).toBe('yes');
    expect(fragment.isComplete).toBe(false);
  });
});

it('says of a template nothing about what it lacks', () => {
  expect(read('Port 22\n{% if x %}\nPermitRootLogin no\n{% endif %}\n').isComplete).toBe(false);
});

it('gives the first value whatever stands behind it', () => {
  const value = fc.constantFrom('yes', 'no', 'prohibit-password');
  fc.assert(
    fc.property(fc.array(value, { minLength: 1 }), (values) => {
      expect(rootOf(values.map((v) => `PermitRootLogin ${v}\n`).join(''))).toBe(values[0]);
    }),
  );
});
