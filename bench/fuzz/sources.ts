/** What is damaged: examples of every kind and the bench's corpus, small ones. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIG_NAMES } from '../../src/worker/compliance/config';
import { kindOf } from '../../src/worker/compliance/kindOf';
import { kindExamples } from '../../test/worker/compliance/kindExamples';
import { readFixtures } from '../../test/worker/compliance/ruleFixtures';
import { corpus } from '../lintCorpus';
import type { FuzzKind } from './problemOf';

export interface Source {
  uri: string;
  text: string;
}

const MAX_CHARACTERS = 3000;
/** Every part that a configuration file may have. */
const CONFIG = `profile: mlps3
rules:
  no-root-user: off
  MLPS-IMG-002:
    severity: warning
  trusted-registry-only:
    options:
      registries: [registry.example.com, "*.example.org"]
overrides:
  - files: ["dev/**", '*.test.yaml']
    profile: recommended
    rules: { no-privileged: info }
waivers:
  - rule: MLPS-RUN-003
    reason: reads the disk   # agreed
    until: 2027-01-31
    files: [a/compose.yaml]
    service: db
ignore:
  - vendor/**
runbooks: docs/ops/*.md
foreignSuppressions: true
`;

/** Of the configuration, and of every kind that there is. */
export function sources(): Map<FuzzKind, Source[]> {
  const out = new Map<FuzzKind, Source[]>([['config', [{ uri: `file:///w/${CONFIG_NAMES[0]}`, text: CONFIG }]]]);
  const add = (kind: FuzzKind | undefined, source: Source) => {
    if (kind && source.text.length <= MAX_CHARACTERS) out.set(kind, [...(out.get(kind) ?? []), source]);
  };
  for (const [kind, examples] of kindExamples()) for (const example of examples) add(kind, example);
  for (const fixture of readFixtures()) {
    const config = fixture.files.text(`file:///w/${CONFIG_NAMES[0]}`);
    if (typeof config === 'string') add('config', { uri: `file:///w/${CONFIG_NAMES[0]}`, text: config });
  }
  for (const { name, text } of corpus()) add(kindOf(`file:///w/${name}`, text), { uri: `file:///w/${name}`, text });
  const readme = readFileSync(join(__dirname, '../../README.md'), 'utf8').slice(0, MAX_CHARACTERS);
  add('markdown', { uri: 'file:///w/README.md', text: readme });
  return out;
}
