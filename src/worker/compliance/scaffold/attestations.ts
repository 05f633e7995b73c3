/** Attestations that are still to be written: what somebody has to look at, line by line. */
import type { Locale } from '../../protocol/finding';
import { describeClause, describeRow } from '../checklist/describe';
import { peoplesRows } from '../checklist/peoplesRows';
import type { Text } from '../rules/rule';

/** What the guide says is not in the files, beside the rows that people answer. */
const CLAUSES = ['8.1.4.1 d', '8.1.4.9 b', '8.1.10.13 a'];

const inBoth = (of: (locale: Locale) => string): Text => ({ en: of('en'), 'zh-cn': of('zh-cn') });

/** Commented entries: none is made out to be true before somebody has looked. */
export const openAttestations = (say: (text: Text) => string): string =>
  [
    `# ${say({
      en: 'What no file shows. Once somebody has looked, remove the # before the dash and fill it in: dates like 2027-01-31.',
      'zh-cn': '文件无法体现的事项。核查后去掉短横前的 # 并填写，日期形如 2027-01-31。',
    })}`,
    'attestations:',
    ...Object.entries(peoplesRows).flatMap(([row, look]) => [
      `  # ${say(inBoth((locale) => describeRow(row, locale) + (locale === 'en' ? ': ' : '：') + look[locale]))}`,
      `  # - {row: ${row}, by: , on: , evidence: , until: }`,
    ]),
    ...CLAUSES.flatMap((clause) => [
      `  # ${say(inBoth((locale) => describeClause(clause, locale)))}`,
      `  # - {clause: ${clause}, by: , on: , evidence: , until: }`,
    ]),
    '',
  ].join('\n');
