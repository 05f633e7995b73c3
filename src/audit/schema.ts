/** The JSON schema of a line of the operation log. */
import { operations, results } from './entry';
import { linePatterns } from './linePatterns';

const text = (description: string) => ({ description, type: 'string' });
const count = (description: string, minimum = 0) => ({ description, type: 'integer', minimum });
const hash = (description: string) => ({ description, type: 'string', pattern: '^[0-9a-f]{64}$' });

const always = {
  seq: count('1 for the first line of all, one more for each.', 1),
  time: {
    description: 'When it was done: RFC 3339, UTC.',
    type: 'string',
    pattern: `^${linePatterns.time}$`,
  },
  offset: { description: 'Of the local time from UTC.', type: 'string', pattern: `^${linePatterns.offset}$` },
  op: { description: 'What was done; `log`: the log speaks of itself.', enum: operations },
  result: { description: '`findings`: the check found something, or the picture held no symbol.', enum: results },
  user: text('Name of the account.'),
  host: text('Name of the machine.'),
  source: text("The client's address of a remote session, `local`, or `unknown`."),
  via: text('What the source was taken from: terminal, editor, ssh, or the name that VS Code has for a remote.'),
  app: { description: 'What wrote the line.', enum: ['cli', 'editor'] },
  version: text('Of QR Code Master.'),
  rules: {
    description: 'SHA-256 of the set of rules, as reports name it.',
    type: 'string',
    pattern: '^([0-9a-f]{64})?$',
  },
  prev: hash('SHA-256 of the line before, without its line feed; zeros for the first.'),
};

const sometimes = {
  target: text('Relative to the workspace or the current folder; `-`: standard input or output.'),
  ms: count('Milliseconds that it took.'),
  content: {
    description: 'What the content was, without telling it.',
    type: 'object',
    required: ['bytes'],
    additionalProperties: false,
    properties: { bytes: count('Its size.'), sha256: hash('Of the content; absent for a secret.') },
  },
  detail: {
    description: 'Numbers and words about it; of `log` the key `event` says what happened.',
    type: 'object',
    additionalProperties: { type: ['string', 'number', 'boolean'] },
  },
  waited: count('Milliseconds that the log had to wait before this line was written.'),
};

/** JSON Schema draft 2020-12, sentences in English. */
export const entrySchema = (): object => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Line of the operation log of QR Code Master',
  type: 'object',
  required: Object.keys(always),
  additionalProperties: false,
  properties: { ...always, ...sometimes },
});
