/**
 * The JSON schema of `.qrcodemaster.yaml`, out of the same data as completion and of the rules'
 * metadata.
 */
import { clauses } from '../checklist/clauses';
import { rows } from '../checklist/rows';
import { rules } from '../rules/index';
import type { Rule, RuleOption } from '../rules/rule';
import { CONFIG_ROOT, type ConfigNode, SEVERITY } from './keys';

type Schema = Record<string, unknown>;

/** JSON Schema draft 2020-12, sentences in English. */
export const configSchema = (): Schema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: '.qrcodemaster.yaml',
  ...schemaOf(CONFIG_ROOT),
  $defs: {
    severity: schemaOf(SEVERITY),
    ruleName: { enum: rules.flatMap(({ id, name }) => [id, name]) },
    rules: {
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(
        rules.flatMap((rule) => [
          [rule.id, ruleSchema(rule)],
          [rule.name, { $ref: `#/$defs/rules/properties/${rule.id}` }],
        ]),
      ),
    },
  },
});

function schemaOf(node: ConfigNode): Schema {
  const description = node.text.en;
  switch (node.kind) {
    case 'map':
      return {
        description,
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(Object.entries(node.keys).map(([key, child]) => [key, schemaOf(child)])),
        ...(node.required && { required: [...node.required] }),
        ...(node.oneOf && { oneOf: node.oneOf.map((key) => ({ required: [key] })) }),
      };
    case 'list':
      return { description, type: 'array', items: schemaOf(node.item) };
    case 'words': {
      const words = Object.keys(node.words);
      return { description, ...(words.includes('true') ? { type: 'boolean' } : { enum: words }) };
    }
    case 'rules':
      return { description, $ref: '#/$defs/rules' };
    case 'rule':
      return { description, $ref: '#/$defs/ruleName' };
    case 'row':
      return { description, enum: Object.keys(rows) };
    case 'clause':
      return { description, enum: Object.keys(clauses) };
    case 'globs':
      return { description, anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] };
    case 'date':
      return { description, type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
    default:
      return { description, type: 'string' };
  }
}

function ruleSchema({ id, title, options = {} }: Rule): Schema {
  const properties = Object.fromEntries(Object.entries(options).map(([name, option]) => [name, optionSchema(option)]));
  const settings = {
    type: 'object',
    additionalProperties: false,
    properties: {
      severity: { $ref: '#/$defs/severity' },
      options: { type: 'object', additionalProperties: false, properties },
    },
  };
  return { description: `${id}: ${title.en}`, anyOf: [{ $ref: '#/$defs/severity' }, settings] };
}

function optionSchema({ default: usual, least, description }: RuleOption): Schema {
  const strings = { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] };
  const type = Array.isArray(usual) ? strings : { type: typeof usual };
  return { description: description.en, default: usual, ...type, ...(least !== undefined && { minimum: least }) };
}
