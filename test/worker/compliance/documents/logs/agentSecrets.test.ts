/** Secrets among the settings of agents. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { agentSecrets, variableFor } from '../../../../../src/worker/compliance/documents/logs/agentSecrets';

const read = (text: string) => agentSecrets('file:///w/filebeat.yml', text);

it.each([
  ['output.elasticsearch:\n  password: kJ8sdf72hQpL\n', ['output.elasticsearch.password']],
  ['output.elasticsearch.password: kJ8sdf72hQpL\n', ['output.elasticsearch.password']],
  ['base: &b {password: kJ8sdf72hQpL}\none: *b\ntwo: *b\n', ['two.password']],
  ['pipeline:\n  outputs:\n    - name: es\n      http_passwd: kJ8sdf72hQpL\n', ['outputs.http_passwd']],
  ['clients:\n  - basic_auth: {username: a, password: "kJ8sdf72hQpL"}\n', ['basic_auth.password']],
  ['output.elasticsearch:\n  password: "${PASSWORD}"\n  api_key: ${KEY:none}\n', []],
  ['output.elasticsearch:\n  password: {{ password }}\n', []],
  ['output.elasticsearch:\n  password_file: /run/secrets/a\n  username: kJ8sdf72hQpL\n', []],
  ['[OUTPUT]\n    password: kJ8sdf72hQpL\n', []],
])('%j', (text, names) => expect(read(text).map(({ name }) => name)).toEqual(names));

it('has the place of the value, and a variable for it', () => {
  const text = 'output.elasticsearch:\n  password: kJ8sdf72hQpL\n';
  const [secret] = read(text);
  expect(text.slice(secret!.place.start, secret!.place.end)).toBe('kJ8sdf72hQpL');
  expect(variableFor(secret!)).toBe('${OUTPUT_ELASTICSEARCH_PASSWORD}');
});

it('never throws', () => {
  const part = fc.constantFrom(
    'output',
    'password',
    ':',
    ' ',
    '\n',
    '  ',
    '- ',
    '{',
    '}',
    '[',
    ']',
    'kJ8sdf72hQpL',
    '"',
    '&a',
    '*a',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 60 }), (parts) => void read(parts.join(''))),
    { numRuns: 300 },
  );
});
