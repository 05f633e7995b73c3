/** The line of a finding as evidence, without what nobody but its owner may read. */
import { type Kind, kindRow } from '../../protocol/fileKinds';
import type { Finding } from '../../protocol/finding';
import { areaOf, type RuleId } from '../areas';
import type { Lines } from '../documents/text/lines';
import { asksForSecret } from '../model/secretName';

const MAX_CHARACTERS = 160;
/** Longer lines are data. */
const MAX_READ = 2000;
const MASK = '***';

/** `NAME=value`, `name: value` */
const SETTING = /([A-Za-z_][\w.-]{0,100})(["']?[ \t]*[=:][ \t]*)("[^"]*"?|'[^']*'?|[^\s,;"']+)/g;
/** `--name value`, `name value` of a configuration */
const OPTION = /((?:^|--?)[A-Za-z][\w-]{0,100})([ \t]+)("[^"]*"?|'[^']*'?|[^\s,;"'-][^\s,;"']*)/g;
const IN_URL = /(:\/\/[^\s/@:]*:)[^\s/@]+(?=@)/g;
/** Keys and tokens by their own form. */
const BY_FORM = /-----BEGIN [A-Z ]*PRIVATE KEY-----.*|\b(?:AKIA|ghp_|glpat-|xox[abp]-|sk-)[\w-]{8,}/g;

/** A line for each finding; empty where the file has none that anybody sees. */
export function excerptsOf(findings: readonly Finding[], { text, starts }: Lines, kind: Kind): string[] {
  if (kindRow(kind).hasNoLines) return findings.map(() => '');
  const isSecret = (rule: string) => kind === 'env' || areaOf(rule as RuleId).holdsSecrets === true;
  const secretLines = new Set(findings.flatMap(({ rule, range }) => (isSecret(rule) ? range.start.line : [])));
  return findings.map(({ rule, range: { start } }) =>
    excerptOf(text.slice(starts[start.line], starts[start.line + 1]), isSecret(rule) || secretLines.has(start.line)),
  );
}

/**
 * Part of a file as reports may quote it: short, without secrets.
 * @param isSecret the finding is about a secret in that line, or the file keeps secrets
 */
export function excerptOf(line: string, isSecret: boolean): string {
  const read = line.slice(0, MAX_READ).trim();
  const hide = (whole: string, name: string, between: string, value: string) =>
    isSecret || asksForSecret(name.replace(/^-+/, ''), value.replace(/^["']|["']$/g, ''))
      ? name + between + MASK
      : whole;
  const masked = read.replace(BY_FORM, MASK).replace(IN_URL, `$1${MASK}`).replace(SETTING, hide).replace(OPTION, hide);
  const shown = isSecret && masked === read ? MASK : masked;
  return shown.length > MAX_CHARACTERS ? `${shown.slice(0, MAX_CHARACTERS)}…` : shown;
}
