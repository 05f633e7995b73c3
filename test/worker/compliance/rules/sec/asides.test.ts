/** What stands where a secret would, and is none: nothing is said of it, and of the same with one it is. */
import { expect, it } from 'vitest';
import { lint } from '../../../../../src/worker/compliance/lint';

const CONTEXT = { locale: 'en', profile: 'recommended', today: '2026-11-23', group: false } as const;
const rules = (path: string, text: string) =>
  lint({ uri: `file:///w/${path}`, text }, { ...CONTEXT, files: { text: () => null } })
    .findings.map(({ rule }) => rule)
    .filter((rule) => rule.startsWith('MLPS-SEC') || rule === 'MLPS-DOC-002' || rule === 'MLPS-NET-002');

const database = (target: string) =>
  `${target}:\n\tdocker run -d --name db -e MYSQL_ROOT_PASSWORD=kX9vQ2mT -p 3306:3306 mysql:8.4\n`;

it.each([
  ['README.md', '```sh\ndocker run -d -e OPENAI_API_KEY=sk-or-v1-... app:1\n```\n', []],
  ['run.sh', 'docker run -d -e GEMINI_API_KEY=test-key app:1\n', []],
  ['run.sh', 'docker run -d -e GEMINI_API_KEY=kX9vQ2mT7wLp4RzB app:1\n', ['MLPS-SEC-002']],
  ['run.sh', 'ask_become_pass="-K" make test\ndocker run app:1\n', []],
  ['Dockerfile', 'FROM node:24\nENV POSTHOG_TOKEN=phc_bIjZL7oh2GEUd2vqvTBH8WvrX0f\nUSER node\n', []],
  ['Makefile', database('test-integration'), []],
  ['Makefile', database('up'), ['MLPS-SEC-002', 'MLPS-NET-002']],
  ['compose.yaml', 'services:\n  a:\n    image: x:1\n<% if (x) { %>\n    ports: []\n<% } %>\n', []],
  ['compose.yaml', 'services:\n  a:\n    image: x:1\n< x\n    ports: []\n', ['MLPS-DOC-002']],
])('%s %j', (path, text, expected) => {
  expect(new Set(rules(path, text))).toEqual(new Set(expected));
});
