/** What stands in an env file alone is in no message, title, edit or report. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteOf } from '../../../src/worker/compliance/foreignValues';
import { lint } from '../../../src/worker/compliance/lint';
import { githubReport } from '../../../src/worker/compliance/report/github';
import { htmlReport } from '../../../src/worker/compliance/report/html';
import { jsonReport } from '../../../src/worker/compliance/report/json';
import { junitReport } from '../../../src/worker/compliance/report/junit';
import { markdownReport } from '../../../src/worker/compliance/report/markdown';
import { sarifReport } from '../../../src/worker/compliance/report/sarif';
import { textReport } from '../../../src/worker/compliance/report/text';
import { rules } from '../../../src/worker/compliance/rules/index';
import { ROOT, readFixtures } from './ruleFixtures';

const reports = [textReport, jsonReport, sarifReport, junitReport, markdownReport, htmlReport, githubReport];

type Files = (uri: string) => string | null;

/** All findings on a compose file with this `.env` beside it. */
function findingsOf(uri: string, text: string, env: string, others: Files = () => null) {
  const files = { text: (at: string) => (at === `${ROOT}.env` ? env : others(at)) };
  const every = rules.map((rule) => [rule.id, { severity: rule.severity }]);
  const config = { rules: Object.fromEntries(every) };
  return lint({ uri, text }, { files, locale: 'en', profile: 'mlps3', today: '2026-11-23', config, group: false })
    .findings;
}

const fixtures = readFixtures().filter(({ uri }) => /compose[\w.]*\.ya?ml$/.test(uri));
const SECRETS = [
  'canary-s3cret-9f',
  '0.0.0.0:8081:canary-80',
  '/canary-s3cret-9f',
  'tcp://canary-s3cret-9f:514',
  'Canary:latest',
];
const RULE_TEXTS = rules.flatMap((rule) => Object.values(rule.messages).map(({ en }) => en)).join('\n');
const VALUE = /^(\s*(?:- )?(?:[\w.-]+: )?(?:- )?)("?)([^\s"'#&*!|>{}[\]$][^"'#$\n]{3,}?)("?)[ \t]*$/;

describe('values of .env', () => {
  it.each(fixtures.map((f) => [f.id, f] as const))(
    '%s: no scalar that is moved there is shown',
    (_, { uri, text, files }) => {
      const values: string[] = [];
      const moved = text.replace(
        new RegExp(VALUE.source, 'gm'),
        (_line, head: string, quote: string, value: string) => {
          values.push(value);
          return `${head}${quote}\${MOVED${values.length}}${quote}`;
        },
      );
      const others = (at: string) => files.text(at) ?? null;
      const env = values.map((value, i) => `MOVED${i + 1}=${value}\n`).join('');
      // What is said whatever the values are is said of no value.
      const always = moved + JSON.stringify(findingsOf(uri, moved, '', others)) + RULE_TEXTS;
      const said = JSON.stringify(findingsOf(uri, moved, env, others));
      expect(values.filter((value) => said.includes(value) && !always.includes(value))).toEqual([]);
    },
  );

  it.each(fixtures.filter(({ text }) => /\$\{?\w/.test(text)).map((f) => [f.id, f] as const))(
    '%s: no variable of the fixture tells a secret',
    (_, { uri, text, files }) => {
      const names = [...new Set([...text.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map(([, name]) => name!))];
      for (const turn of [0, 1, 2]) {
        const env = names.map((name, i) => `${name}=${SECRETS[(i + turn) % SECRETS.length]}\n`).join('');
        const said = JSON.stringify(findingsOf(uri, text, env, (at) => files.text(at) ?? null));
        expect(/.{0,80}canary.{0,40}/i.exec(said)?.[0]).toBeUndefined();
      }
    },
  );

  it('keeps them out where they come through a service of another file', () => {
    for (const { id, text, files } of fixtures.filter((f) => /\$\{?\w/.test(f.text))) {
      const names = [...new Set([...text.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map(([, name]) => name!))];
      const env = names.map((name, i) => `${name}=${SECRETS[i % SECRETS.length]}\n`).join('');
      const services = [...text.matchAll(/^ {2}(\w[\w-]*):/gm)].map(([, name]) => name!);
      const extending = services.map((name) => `  ${name}: {extends: {file: base.yml, service: ${name}}}\n`).join('');
      const others = (at: string) => (at === `${ROOT}base.yml` ? text : (files.text(at) ?? null));
      const said = JSON.stringify(findingsOf(`${ROOT}compose.yaml`, `services:\n${extending}`, env, others));
      expect([id, /.{0,80}canary.{0,40}/i.exec(said)?.[0]]).toEqual([id, undefined]);
    }
  });

  it('keeps them out of every report', () => {
    const text =
      'services:\n  a:\n    image: app:1\n    ports: ["${A}"]\n    logging: {driver: "${D}"}\n    security_opt: ["${S}"]\n';
    const env = 'A=8081:22\nD=canary-driver\nS=seccomp:unconfined\n';
    const findings = findingsOf(`${ROOT}compose.yaml`, text, env);
    expect(findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['MLPS-NET-002', 'MLPS-RUN-010']));
    const input = {
      files: [{ path: 'compose.yaml', kind: 'compose', findings }],
      rules: [],
      locale: 'en',
      version: '1',
    } as const;
    for (const report of reports) expect(report(input)).not.toMatch(/8081|canary-driver|seccomp:unconfined/);
  });

  it('names the variable, and repeats what the document says itself', () => {
    const quote = quoteOf('ports: ["${PORT}:80"]', () => ['PORT=8081\nHOST=db.internal:5432\nNAME="Ada L"\n']);
    expect(
      ['8081:80', '80', 'DB.internal', '5432', 'a 18081 b', 'tcp://db.internal:5432/x', 'Ada L'].map(quote),
    ).toEqual(['${PORT}:80', '80', '${HOST}', '${HOST}', 'a 18081 b', 'tcp://${HOST}/x', '${NAME}']);
  });

  it('never throws, and leaves no whole value', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ -~]{1,12}$/), fc.string(), (value, around) => {
        const trimmed = value.replace(/["'#$\\]/g, '').trim();
        const said = quoteOf('', () => [`X=${trimmed}\n`])(`${around} ${trimmed} `);
        if (trimmed.length >= 8) expect(said.split('${X}').join('')).not.toContain(trimmed);
      }),
    );
  });
});
