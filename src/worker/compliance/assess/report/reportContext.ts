/** What the sections of a report share: names of things and places, and references to findings. */
import type { Assessment, EvidenceItem } from '../../../protocol/assessment';
import type { Locale } from '../../../protocol/finding';
import { aside } from '../../checklist/describe';
import type { Rule } from '../../rules/rule';
import { objectName } from '../checklistWords';
import type { AssessmentInput } from './assessmentInput';
import { BREAK, type Inline } from './blocks';
import { phrases } from './phrases';
import { type Shortening, shortening } from './shortening';

export type Phrase = keyof typeof phrases;

export interface ReportContext {
  assessment: Assessment;
  locale: Locale;
  ruleOf(id: string): Rule | undefined;
  /** `{name}` is filled in. */
  say(phrase: Phrase, data?: Readonly<Record<string, string | number>>): string;
  /** `、` or a comma. */
  comma: string;
  inBrackets(text: string): string;
  /** The number of a finding, from 1. */
  finding(index: number): EvidenceItem;
  /** The place of a finding, as a link to where it stands in full. */
  placeOf(index: number): Inline;
  /** The place of a finding with its line of the file. */
  quotedPlaceOf(index: number): Inline[];
  /** To what somebody answers for, as a line of its own; none without. */
  attestedBy(attestation: number | undefined): Inline[][];
  nameOf(object: number | undefined): string;
  /** What is counted only. */
  short: Shortening;
  /** Whether findings of the rule stand in the list of what is to be rectified. */
  isListed(rule: string): boolean;
}

export function reportContext({ assessment, rules, locale }: AssessmentInput): ReportContext {
  const byId = new Map<string, Rule>(rules.map((rule) => [rule.id, rule]));
  const say: ReportContext['say'] = (phrase, data = {}) =>
    phrases[phrase][locale].replace(/\{(\w+)\}/g, (whole, name) => String(data[name] ?? whole));
  const finding = (index: number) => assessment.findings[index]!;
  const inBrackets = (text: string) => aside(text, locale);
  const short = shortening(assessment);
  const listed = new Set(assessment.issues.map(({ rule }) => rule));
  return {
    assessment,
    locale,
    ruleOf: (id) => byId.get(id),
    say,
    comma: say('comma'),
    inBrackets,
    finding,
    placeOf(index) {
      const { path, line } = finding(index);
      const text = `${path}:${line}`;
      return short.isListed(index) ? { link: `f${index + 1}`, text, code: true } : { code: text };
    },
    quotedPlaceOf(index) {
      const { path, line, excerpt } = finding(index);
      return [{ code: `${path}:${line}` }, ...(excerpt === '' ? [] : [BREAK, { quote: excerpt }])];
    },
    attestedBy: (attestation) =>
      attestation === undefined
        ? []
        : [[{ link: `a${attestation + 1}`, text: say('attestation', { number: attestation + 1 }) }]],
    short,
    isListed: (rule) => listed.has(rule),
    nameOf(index) {
      if (index === undefined) return say('notDeployed');
      return objectName(assessment.objects[index]!, locale);
    },
  };
}
