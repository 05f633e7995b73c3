/** What a workspace that nobody vouches for may set: nothing that hides, widens or chooses. */
import { expect, it } from 'vitest';
import manifest from '../../package.json';

const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
const settings = Object.assign({}, ...manifest.contributes.configuration.map(({ properties }) => properties)) as Record<
  string,
  { scope: string }
>;

/** Settings that any workspace may have, and why that is harmless. */
const HARMLESS: Record<string, string> = {
  'qrCodeMaster.make.level': 'a level of error correction, of four',
  'qrCodeMaster.decode.otherCodes': 'which sorts of codes are looked for where somebody reads a picture',
  'qrCodeMaster.decode.effort': 'of three; the time limit stays that of the machine',
};

it('restricts every setting that hides findings or widens what is read', () => {
  const restricted: string[] = untrustedWorkspaces.restrictedConfigurations;
  const open = Object.entries(settings).flatMap(([id, { scope }]) =>
    restricted.includes(id) || /^(machine|application)$/.test(scope) ? [] : id,
  );
  expect(open.sort()).toEqual(Object.keys(HARMLESS).sort());
  expect(restricted.filter((id) => !(id in settings))).toEqual([]);
});

it('takes from the machine alone what widens what is read, written down or allowed', () => {
  const widening = ['compliance.checkIgnored', 'audit.enabled', 'audit.folder', 'audit.keepDays'];
  for (const name of widening) expect(settings[`qrCodeMaster.${name}`]?.scope, name).toBe('machine');
});

it('takes limits of the machine from the machine alone', () => {
  const limits = Object.keys(settings).filter((id) => /timeout|max/i.test(id));
  expect(limits.length).toBeGreaterThan(0);
  for (const id of limits) expect(settings[id]!.scope, id).toBe('machine');
});

it('is declared, with what is limited, for both kinds of workspace', () => {
  expect([untrustedWorkspaces.supported, untrustedWorkspaces.description]).toEqual(['limited', '%trust.untrusted%']);
  expect(virtualWorkspaces).toBe(true);
});
