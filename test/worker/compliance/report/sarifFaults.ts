/** SARIF logs by the official schema. */
import { createRequire } from 'node:module';
import Ajv from 'ajv';

/**
 * The official schema (2.1.0 rtm.5) as Microsoft's SARIF SDK ships it; of draft 4 it uses nothing
 * but `id`.
 */
const {
  $schema: draft,
  id,
  ...schema
} = createRequire(import.meta.url)('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
const validate = new Ajv({
  strict: false,
  allErrors: true,
  unicodeRegExp: false,
  formats: {
    uri: (s: string) => URL.canParse(s),
    'uri-reference': (s: string) => URL.canParse(s, 'https://h/') && !/[\s<>"\\^`{|}]/.test(s),
    'date-time': true,
  },
}).compile(schema);
if (!`${draft} ${id}`.includes('draft-04')) throw new Error('Another draft of the schema than is read here');

/** What of a log the schema does not allow. */
export function sarifFaults(text: string): object[] {
  validate(JSON.parse(text));
  return validate.errors ?? [];
}
