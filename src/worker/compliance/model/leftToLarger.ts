/** What `recommended` leaves to `mlps3` by what a file is for, whatever the rule. */
import { type Kind, kindRow } from '../../protocol/fileKinds';
import { areaOf, type RuleId } from '../areas';
import { proseOf } from '../documents/markdown';
import { once } from '../once';
import { isSaidAside } from './asideComment';
import { type FilePurpose, isAside } from './filePurpose';
import type { Place } from './value';

/**
 * Rules on how well an image is kept; of those with `except`, the reports with these messages are
 * about what is let in.
 */
const UPKEEP: ReadonlyMap<string, readonly string[]> = new Map([
  ['MLPS-IMG-002', []],
  ['MLPS-IMG-008', []],
  ['MLPS-BLD-004', ['checksum', 'commit', 'late']],
  ['MLPS-BLD-005', []],
  ['MLPS-BLD-007', []],
  ['MLPS-BLD-008', []],
  ['MLPS-BLD-009', []],
  ['MLPS-BLD-012', []],
]);

/**
 * Where a document lets its reader's machine listen, the reader decides; a runbook is no such
 * document.
 */
const OF_READERS: ReadonlySet<RuleId> = new Set(['MLPS-NET-001']);

/** What a document asks of its reader's machine and speaks of in its text, which gives the reason. */
const EXPLAINED: ReadonlyMap<RuleId, RegExp> = new Map([
  ['MLPS-RUN-013', /--net(?:work)?[= ]host|network_mode|host(?:[' ]s)?[ -]network|主机网络|宿主机网络|host 网络/i],
]);
const proseIn = once(({ text }: { text: string }) => proseOf(text));

/** Keys as services hand them out: they open something real wherever they stand. */
const ISSUED_KEY =
  /\b(?:AKIA|ASIA)[0-9A-Z]{9}(?!EXAMPLE)[0-9A-Z]{7}\b|\b(?:LTAI|AKID)[0-9A-Za-z]{12,}\b|\bgh[opsru]_\w{36}|\bgithub_pat_\w{22,}|\bglpat-[\w-]{20}|\bxox[abprs]-[\w-]{10,}|\bAIza[\w-]{35}|\bsk-[\w-]{20,}|-----BEGIN /;

/**
 * Whether a rule is one whose findings a file aside of what is deployed does not get in the smaller
 * profile.
 */
export const dependsOnPurpose = (rule: RuleId): boolean => areaOf(rule).endsWithTests === true || UPKEEP.has(rule);

/** Whether a rule is one whose findings an entry of a weblog does not get in the smaller profile. */
export const isOfUpkeep = (rule: RuleId): boolean => UPKEEP.has(rule);

export function isLeftToLarger(
  rule: RuleId,
  { message, place }: { message: string; place: Place },
  document: { text: string },
  kind: Kind,
  purpose: FilePurpose | undefined,
  isRunbook: boolean,
): boolean {
  const { text } = document;
  if (kindRow(kind).isDocumentation && !isRunbook) {
    if (OF_READERS.has(rule) || EXPLAINED.get(rule)?.test(proseIn(document))) return true;
    // Nobody keeps up what was written for its day.
    if (purpose === 'post') return isOfUpkeep(rule);
  }
  // A pipeline's own file is judged for itself.
  if (kindRow(kind).isPipeline) return areaOf(rule).isOfMachine === true;
  if (!dependsOnPurpose(rule) || UPKEEP.get(rule)?.includes(message)) return false;
  if (!isAside(purpose) && !(kind === 'compose' && isSaidAside(text, place.start))) return false;
  // A developer's own settings are committed by mistake.
  if (kind === 'env' && purpose !== 'tests') return false;
  const end = text.indexOf('\n', place.end);
  return !(rule.startsWith('MLPS-SEC-') && ISSUED_KEY.test(text.slice(place.start, end < 0 ? undefined : end)));
}
