/**
 * Whether an `sshd_config` is what a server of this project will read: others lack settings on
 * purpose.
 */
import { generalSetting, type SshdSettings } from '../documents/sshd/sshdSettings';
import type { FilePurpose } from '../model/filePurpose';
import type { Place } from '../model/value';

/** Folders of packages, of texts to be filled in and of other people's files. */
const OTHERS = /\/(?:templates?|samples?|docs?|debian|packag(?:es?|ing)|contrib|patches|fixtures?|third[-_]party)\//i;

/** What nobody has to set, and a distributor leaves alone: who did decided on access. */
const DECISIONS = [
  'permitrootlogin',
  'passwordauthentication',
  'pubkeyauthentication',
  'permitemptypasswords',
  'authenticationmethods',
  'allowusers',
  'allowgroups',
  'port',
  'listenaddress',
  'maxauthtries',
  'clientaliveinterval',
];

/** @param purpose the file's own, which a deployed file has none of */
export const isDeployedSshd = (config: SshdSettings, purpose: FilePurpose | undefined): boolean =>
  purpose === undefined &&
  !OTHERS.test(config.uri) &&
  DECISIONS.some((keyword) => generalSetting(config, keyword)?.value);

/**
 * Where a setting is missing: at the file's first decision, else its first setting, else its first
 * line.
 */
export function placeOfMissing(config: SshdSettings): Place {
  const own = config.settings.filter(({ keywordPlace }) => keywordPlace.uri === config.uri);
  const decision = own.find(({ keyword }) => DECISIONS.includes(keyword)) ?? own[0];
  const firstLine = config.text.search(/[\r\n]|$/);
  return decision?.keywordPlace ?? { uri: config.uri, start: 0, end: firstLine };
}
