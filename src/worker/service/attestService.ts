/** Attestations by command: what can be attested, and the edit that writes one. */
import type { Connection } from 'vscode-languageserver';
import {
  applyEdits,
  attestableRows,
  attestationEdit,
  type ConfigText,
  fileName,
  linesOf,
  peoplesRows,
  proposedDay,
  rangeOf,
  readConfig,
  rows,
} from '../compliance/index';
import {
  type AttestAnswers,
  type Attestable,
  type AttestParams,
  type AttestResult,
  answerProblem,
  answerSentences,
} from '../protocol/attest';
import { failure } from '../protocol/errors';
import type { Locale } from '../protocol/finding';
import { attestableMethod, attestMethod } from '../protocol/methods';
import { isDamaged } from '../text/decodeText';
import { onMethod } from './onMethod';

interface Parts {
  connection: Connection;
  /** The configuration that holds at an address, or the one to be made, without a text. */
  configAt(uri: string): Promise<Pick<ConfigText, 'uri'> & Partial<Pick<ConfigText, 'text'>>>;
  today(): string;
  locale: Locale;
}

export function attestService({ connection, configAt, today, locale }: Parts): void {
  onMethod(connection, attestableMethod, async ({ uri }: { uri: string }) => {
    const { uri: config, text } = await configAt(uri);
    return { config, isNew: text === undefined, ...attestable(text ?? '', today(), locale) };
  });
  onMethod(connection, attestMethod, (params: AttestParams) => attest(params, today(), locale));
}

/** @param today ISO date */
export function attestable(text: string, today: string, locale: Locale): Omit<Attestable, 'config' | 'isNew'> {
  return {
    today,
    until: proposedDay(today, 'year'),
    rows: attestableRows(readConfig('', text).config, today).map((each) => {
      const { section, subject } = rows[each.row]!;
      const look = peoplesRows[each.row]?.[locale];
      return { ...each, words: `${section} ${subject[locale]}`, ...(look !== undefined && { look }) };
    }),
  };
}

/** @param today ISO date */
export function attest({ config, text, answers }: AttestParams, today: string, locale: Locale): AttestResult {
  const given = trimmed(answers);
  const { row, until, ...rest } = given;
  if (!attestableRows({ overrides: [], ignore: [], runbooks: [] }, today).some((each) => each.row === row))
    return { error: failure('attestation-row', locale, { row }) };
  for (const name of ['by', 'on', 'until', 'evidence'] as const) {
    const problem = answerProblem(name, given, today);
    if (problem)
      return {
        error: failure('attestation-answer', locale, { field: name, problem: answerSentences[problem][locale] }),
      };
  }
  const stated = { for: row, ...rest, ...(until !== '' && { until }) };
  const edit = text !== null && isDamaged(text) ? undefined : attestationEdit(text ?? undefined, stated);
  if (!edit) return { error: failure('config-not-extended', locale, { file: fileName(config) }) };
  const after = applyEdits(text ?? '', [edit]);
  const places = readConfig(config, after).config.attestations?.filter((each) => each.for === row) ?? [];
  const entry = places.at(-1)?.at.entry;
  const { start } = edit.range;
  return { at: start, newText: edit.newText, entry: entry ? rangeOf(linesOf(after), entry).start : start };
}

const trimmed = ({ row, by, on, until, evidence }: AttestAnswers): AttestAnswers => ({
  row,
  by: by.trim(),
  on: on.trim(),
  until: until.trim(),
  evidence: evidence.trim(),
});
