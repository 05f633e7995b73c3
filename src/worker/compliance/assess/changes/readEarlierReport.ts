/** Reads an earlier report: any text is one, or is refused with the reason. */
import { ASSESSMENT_SCHEMA, type AssessedObject } from '../../../protocol/assessment';
import { objectKindWords } from '../../../protocol/assessmentWords';
import { fault } from '../../../protocol/errors';
import { isDate } from '../../../protocol/isDate';
import { parseJson, shapeReaders } from '../../shapeReaders';
import type { EarlierFinding, EarlierReport } from './earlierReport';

/** Four reports of 1,000 files. */
export const MAX_REPORT_MB = 128;

const wrong = (at: string): Error => fault('report-shape', { at });
const { asObject, asList, asText, asCount } = shapeReaders(wrong);

/** @throws fault report-not-json, report-newer, report-shape */
export function readEarlierReport(text: string): EarlierReport {
  const root = asObject(
    parseJson(text, () => fault('report-not-json')),
    'schema',
  );
  const { schema } = root;
  if (typeof schema === 'number' && schema > ASSESSMENT_SCHEMA)
    throw fault('report-newer', { version: schema, known: ASSESSMENT_SCHEMA });
  if (schema !== ASSESSMENT_SCHEMA) throw wrong('schema');
  const date = asText(root.date, 'date');
  if (!isDate(date)) throw wrong('date');
  const objects = asList(root.objects, 'objects').map((object, i) => readObject(object, `objects[${i}]`));
  return {
    date,
    version: asText(asObject(root.tool, 'tool').version, 'tool.version'),
    ruleSet: asText(root.ruleSet, 'ruleSet'),
    findings: asList(root.findings, 'findings').map((finding, i) => readFinding(finding, `findings[${i}]`, objects)),
  };
}

function readObject(value: unknown, at: string): Pick<AssessedObject, 'kind' | 'name' | 'root'> {
  const { kind, name, root } = asObject(value, at);
  if (!isKind(kind)) throw wrong(`${at}.kind`);
  return { kind, ...(name !== undefined && { name: asText(name, `${at}.name`) }), root: asText(root, `${at}.root`) };
}

const isKind = (value: unknown): value is AssessedObject['kind'] =>
  typeof value === 'string' && Object.hasOwn(objectKindWords, value);

function readFinding(value: unknown, at: string, objects: ReturnType<typeof readObject>[]): EarlierFinding {
  const { rule, path, line, message, fingerprint, object: index } = asObject(value, at);
  const object = index === undefined ? undefined : objects[asCount(index, `${at}.object`, 0)];
  if (index !== undefined && !object) throw wrong(`${at}.object`);
  return {
    rule: asText(rule, `${at}.rule`),
    path: asText(path, `${at}.path`),
    line: asCount(line, `${at}.line`, 1),
    message: asText(message, `${at}.message`),
    fingerprint: asText(fingerprint, `${at}.fingerprint`),
    ...(object && { object }),
  };
}
