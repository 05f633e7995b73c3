/** The JSON schema of baselines. */
import { BASELINE_VERSION, MAX_ENTRY_TEXT, MAX_PROFILES } from './baseline';

const object = (description: string, properties: Record<string, object>) => ({
  description,
  type: 'object',
  required: Object.keys(properties),
  properties,
});
const text = (description: string) => ({ description, type: 'string', maxLength: MAX_ENTRY_TEXT });
const count = (description: string, minimum: number) => ({ description, type: 'integer', minimum });

/** JSON Schema draft 2020-12, sentences in English. */
export const baselineSchema = (): object => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Baseline of QR Code Master',
  ...object('Findings that are known: `lint --baseline` marks them and does not fail for them.', {
    version: { description: 'Of this form. A reader refuses later ones.', const: BASELINE_VERSION },
    tool: object('What wrote it.', { name: text('Its name.'), version: text('Its version.') }),
    ruleSet: object('What was looked for.', {
      standard: text('The standard that the rules serve.'),
      rules: count('How many rules there were, whether or not the profile has them.', 0),
    }),
    profiles: {
      description: 'The profiles that the files were judged by.',
      type: 'array',
      maxItems: MAX_PROFILES,
      items: { type: 'string', maxLength: MAX_ENTRY_TEXT },
    },
    date: { description: 'When it was written.', type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
    findings: {
      description: 'By path, rule and fingerprint.',
      type: 'array',
      items: object('Equal findings of a file.', {
        path: text("From the baseline's folder, with forward slashes."),
        rule: text("The rule's id."),
        fingerprint: {
          description: 'Of the rule, the service and the words of the faulty lines.',
          type: 'string',
          pattern: '^[0-9a-f]{16}$',
        },
        count: count('How many of them it covers.', 1),
        message: text("The rule's title; nothing of the file."),
      }),
    },
  }),
});
