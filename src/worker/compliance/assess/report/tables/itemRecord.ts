/** The record of a control item (结果记录): what was checked, what was found, where it stands. */
import type { Assessment, Attestation, ItemResult } from '../../../../protocol/assessment';
import { itemStateWords, reasonWords } from '../../../../protocol/assessmentWords';
import { fill } from '../../../../protocol/fill';
import type { Locale } from '../../../../protocol/finding';
import { objectTitle } from './objectTitle';
import { verdictWord } from './verdictWord';

const words = {
  proposal: {
    en: 'Proposed: {word}. The assessor decides.',
    'zh-cn': '建议值：{word}，由测评人员判定。',
  },
  preset: { en: 'Proposed: not applicable ({reason}).', 'zh-cn': '建议值：不适用（{reason}）。' },
  clean: {
    en: 'Checked by {rules} in {files}: nothing found.',
    'zh-cn': '已核查 {files}（规则 {rules}），未发现问题。',
  },
  unknown: { en: '{state}: {reason}.', 'zh-cn': '{state}：{reason}。' },
  related: { en: 'Related:', 'zh-cn': '相关情况：' },
  finding: {
    en: '{message} ({path}:{line}; excerpt: {excerpt}; rule {rule}{hash})',
    'zh-cn': '{message}（{path}:{line}；摘录：{excerpt}；规则 {rule}{hash}）',
  },
  hash: { en: '; sha256 {sha256}', 'zh-cn': '；sha256 {sha256}' },
  again: {
    en: 'As above: rule {rule} ({path}:{line})',
    'zh-cn': '同上：规则 {rule}（{path}:{line}）',
  },
  suppressed: { en: 'Suppressed: {reason}', 'zh-cn': '已抑制：{reason}' },
  noReason: { en: 'no reason given', 'zh-cn': '未给出理由' },
  attested: {
    en: 'Attested by {by} on {on}; evidence: {evidence}.',
    'zh-cn': '人工声明：{by}，{on}；证据：{evidence}。',
  },
  more: { en: 'and {count} more, see the full list', 'zh-cn': '另有 {count} 项，见完整清单' },
  alike: {
    en: 'For {count} objects with equal results: {names}',
    'zh-cn': '以下 {count} 个对象结果相同：{names}',
  },
  none: { en: 'none', 'zh-cn': '无' },
} as const;

/** More would not be read in a cell. */
const MAX_FINDINGS = 20;
const MAX_NAMES = 10;
/** Of things that a sheet stands for: it says once which. */
const MAX_ALIKE = 300;

/** Findings and files that a sheet has told already. */
export interface Told {
  findings: Set<number>;
  /** Paths whose hash was said in records, and in lists of evidence. */
  hashed: Set<string>;
  evidence: Set<string>;
}

export const nothingTold = (): Told => ({ findings: new Set(), hashed: new Set(), evidence: new Set() });

/** Records of one assessment. */
export interface ItemRecords {
  /**
   * The text of the record, several lines.
   * @param told what the sheet has said before and need not say again; absent: each record stands alone
   */
  of(item: ItemResult, alike?: readonly number[], told?: Told): string;
  /** Files that it rests on, each with its hash: one a line; empty where it rests on none. */
  evidence(item: ItemResult, alike?: readonly number[], told?: Told): string;
  /** A line with the things that a sheet stands for; none where it is one. */
  alike(objects: readonly number[]): string[];
}

export function itemRecords(assessment: Assessment, locale: Locale): ItemRecords {
  const { findings, objects, attestations } = assessment;
  const say = (key: keyof typeof words, data: Record<string, string | number> = {}) => fill(words[key][locale], data);
  const hashes = new Map(assessment.files.map(({ path, sha256 }) => [path, sha256]));
  const listed = (names: readonly string[], most = MAX_NAMES) =>
    names.length === 0
      ? say('none')
      : [...names.slice(0, most), ...(names.length > most ? ['…'] : [])].join(locale === 'en' ? ', ' : '、');
  const placesOf = (alike: readonly number[]) => [
    ...new Set(alike.flatMap((object) => objects[object]!.places.map(({ path }) => path))),
  ];
  /** Of a path that was said before: nothing. */
  const hashOf = (path: string, said?: Set<string>): string | undefined => {
    if (said?.has(path)) return undefined;
    said?.add(path);
    return hashes.get(path);
  };
  const findingLine = (index: number, told?: Told) => {
    const { message, path, line, excerpt, rule, suppressed } = findings[index]!;
    if (told?.findings.has(index)) return say('again', { rule, path, line });
    told?.findings.add(index);
    const sha256 = hashOf(path, told?.hashed);
    const hash = sha256 === undefined && told ? '' : say('hash', { sha256: sha256 ?? '' });
    return [
      say('finding', { message, path, line, excerpt, rule, hash }),
      ...(suppressed ? [say('suppressed', { reason: suppressed.reason ?? say('noReason') })] : []),
    ].join(' ');
  };
  const numbered = (indexes: readonly number[], told?: Told) => [
    ...indexes.slice(0, MAX_FINDINGS).map((index, i) => `${i + 1}) ${findingLine(index, told)}`),
    ...(indexes.length > MAX_FINDINGS ? [say('more', { count: indexes.length - MAX_FINDINGS })] : []),
  ];
  const attestedLine = ({ by, on, evidence }: Attestation) => say('attested', { by, on, evidence });
  const first = (item: ItemResult, alike: readonly number[]): string => {
    const { state, reason, rules } = item;
    const because = reason ? reasonWords[reason][locale] : '';
    if (state === 'notApplicable') return say('preset', { reason: because });
    if (state === 'clean') return say('clean', { files: listed(placesOf(alike)), rules: listed(rules) });
    if (state === 'unknown') return say('unknown', { state: itemStateWords.unknown[locale], reason: because });
    return say('proposal', { word: verdictWord[state] });
  };
  return {
    of: (item, alike = [item.object], told = undefined) =>
      [
        first(item, alike),
        ...numbered(item.findings, told),
        ...(item.near.length > 0 ? [say('related'), ...numbered(item.near, told)] : []),
        ...(item.attestation === undefined ? [] : [attestedLine(attestations[item.attestation]!)]),
      ].join('\n'),
    evidence: (item, alike = [item.object], told = undefined) => {
      const found = [...item.findings, ...item.near].map((index) => findings[index]!.path);
      const paths = [...new Set(item.state === 'clean' ? placesOf(alike) : found)];
      const shown = paths.slice(0, MAX_FINDINGS).map((path) => {
        const hash = hashOf(path, told?.evidence);
        return hash ? `${path} sha256:${hash}` : path;
      });
      const more = paths.length - shown.length;
      return [...shown, ...(more > 0 ? [say('more', { count: more })] : [])].join('\n');
    },
    alike: (alike) => {
      const names = listed(
        alike.map((object) => objectTitle(objects[object]!)),
        MAX_ALIKE,
      );
      return alike.length === 1 ? [] : [say('alike', { count: alike.length, names })];
    },
  };
}
