/** Where agents send what they read. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { agentForwards } from '../../../../../src/worker/compliance/documents/logs/logAgents';
import { kindOf } from '../../../../../src/worker/compliance/kindOf';

const sent = (text: string) =>
  agentForwards('file:///w/a', text).map(
    ({ host, isLocal, isEncrypted, carriesAuth }) => `${host} ${isLocal} ${isEncrypted} ${carriesAuth}`,
  );

it.each([
  ['clients:\n- url: http://h.example:3100/x\nscrape_configs: []\n', ['http://h.example:3100/x false false false']],
  [
    'clients: [{url: "https://u:p@h.example/x"}]\nscrape_configs:\n- journal: {path: /var/log/journal}\n',
    ['https://h.example/x false true true'],
  ],
  ['clients: [{url: http://loki:3100/x}]\nscrape_configs: []\n', ['http://loki:3100/x false undefined false']],
  ['clients: [{url: "http://${LOKI}/x"}]\nscrape_configs: []\n', ['http://${LOKI}/x false undefined false']],
  [
    'filebeat.inputs: []\noutput.elasticsearch:\n  hosts: ["10.0.0.7:9200"]\n  protocol: https\n',
    ['10.0.0.7:9200 false true false'],
  ],
  [
    'filebeat.inputs: []\noutput.elasticsearch:\n  hosts: ["10.0.0.7:9200"]\n  ssl: {enabled: false}\n',
    ['10.0.0.7:9200 false false false'],
  ],
  [
    'filebeat.modules:\n- module: system\noutput.logstash.hosts: [localhost:5044]\n',
    ['localhost:5044 true undefined true'],
  ],
  ['filebeat: {inputs: []}\noutput: {logstash: {enabled: false, hosts: [h.example]}}\n', []],
  [
    'pipeline:\n  outputs:\n  - {name: loki, host: h.example, tls: on}\n  - {name: stdout}\n',
    ['h.example false true false'],
  ],
  [
    'loki.write "a" { endpoint { url = "http://h.example:3100/x" } }\nloki.source.journal "b" {}\n',
    ['http://h.example:3100/x false false true'],
  ],
  [
    'loki.write "a" {\n// endpoint {\n/* { */ endpoint { basic_auth { url = "http://no" }\n url = "https://h/{x}" }\n url = "http://no" }\nx "b" { endpoint { url = "http://no" } }\n',
    ['https://h/{x} false true false'],
  ],
  [
    'sources: {a: {type: journald}}\nsinks:\n  b: {type: vector, address: "h.example:9000"}\n  c: {type: loki, endpoint: http://h.example}\n  d: {type: aws_s3, endpoint: s3.example.org}\n  e: {type: file, url: http://h.example}\n',
    ['h.example:9000 false false true', 'http://h.example false false true', 's3.example.org false undefined true'],
  ],
  ['[OUTPUT]\n  Name es\n  Host h.example # x\n[FILTER]\n  Host other\n', ['h.example # x false false false']],
] as [string, string[]][])('%j', (text, expected) => expect(sent(text)).toEqual(expected));

it('are told by their keys', () => {
  expect(kindOf('file:///w/config.yml', 'clients: []\nscrape_configs: []\n')).toBe('logAgent');
  expect(kindOf('file:///w/prometheus.yml', 'scrape_configs: []\n')).toBeUndefined();
});

it('takes any text, and its places are its own', () => {
  const scrap = fc.constantFrom(
    'clients:',
    'scrape_configs:',
    'url: ',
    'http://h',
    '\n',
    '  ',
    '- ',
    'filebeat.inputs:',
    'output.logstash.hosts:',
    '[OUTPUT]',
    ' Name es',
    ' Host h.example',
    'pipeline:',
    'outputs:',
    'loki.write "a" {',
    'endpoint {',
    'url = "',
    '/*',
    'sources:',
    'sinks:',
    'endpoint: ',
    '"',
    '{',
    '}',
    '[',
    ']',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(scrap, fc.string({ maxLength: 3 })), { maxLength: 30 }), (parts) => {
      const text = parts.join('');
      for (const { place } of agentForwards('file:///w/a', text))
        expect(place.start < place.end && place.end <= text.length).toBe(true);
    }),
    { numRuns: 200 },
  );
});
