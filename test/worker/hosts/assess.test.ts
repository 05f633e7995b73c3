/** The same counts from `lint`, from the Problems panel, the checklist's view and every report. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver';
import { run as lint } from '../../../src/cli/lint';
import { run as report } from '../../../src/cli/report';
import { jsonAssessment } from '../../../src/worker/compliance/assess/report/json';
import { finished } from '../../../src/worker/compliance/finished';
import { rules } from '../../../src/worker/compliance/rules/index';
import { assessMethod, type Checklist, reportMethod } from '../../../src/worker/protocol/checklist';
import type { FileFindings } from '../../../src/worker/protocol/finding';
import { cli } from '../../cli/lintKit';
import { type Host, overStdio } from './connect';

let root = '';
let host: Host;
let expected: Record<string, number>;
let uris: string[];
/** `rule severity` of each finding. */
let all: string[];

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'assess-'));
  cpSync(join(import.meta.dirname, '../../../samples/spec'), root, { recursive: true });
  writeFileSync(join(root, '.qrcodemaster.yaml'), 'profile: mlps3\n');
  writeFileSync(join(root, '.env'), 'DB_PASSWORD=hunter22xyz\n');
  const { files, summary } = JSON.parse((await cli(['--format', 'json', root], '', lint)).out);
  expected = summary;
  all = (files as FileFindings[]).flatMap(({ findings }) =>
    findings.map(({ rule, severity }) => `${rule} ${SEVERITIES.indexOf(severity)}`),
  );
  uris = files.map(({ path }: { path: string }) => pathToFileURL(path).href);
  host = overStdio();
  host.connection.listen();
  await host.connection.sendRequest('initialize', {
    processId: null,
    rootUri: pathToFileURL(root).href,
    locale: 'en',
    capabilities: { textDocument: { diagnostic: {} } },
  });
  await host.connection.sendNotification('initialized', {});
});
afterAll(() => {
  host.end();
  rmSync(root, { recursive: true });
});

/** Rules on what a service lacks. */
const lacks = new Set<string>(rules.flatMap(({ id, hardening }) => (hardening ? id : [])));
const SEVERITIES = ['', 'error', 'warning', 'info', 'hint'];

it('counts something of each kind', () => {
  expect(expected.error).toBeGreaterThan(3);
  expect(expected.warning).toBeGreaterThan(3);
  expect(expected.info).toBeGreaterThan(1);
});

it('shows them in the Problems panel, what a service lacks as one', async () => {
  const { items } = await host.connection.sendRequest<{ items: { items: Diagnostic[] }[] }>('workspace/diagnostic', {
    previousResultIds: [],
  });
  const shown = items.flatMap((file) => file.items.map(({ code, severity }) => `${code} ${severity}`));
  const isLack = (key: string) => lacks.has(key.split(' ')[0]!);
  const alone = (keys: string[]) => keys.filter((key) => !isLack(key) && !key.startsWith('MLPS-RUN-000')).sort();
  expect(alone(shown)).toEqual(alone(all));
  const joined = shown.filter((key) => key.startsWith('MLPS-RUN-000'));
  expect(joined.length).toBeGreaterThan(0);
  expect(all.filter(isLack).length).toBeGreaterThan(joined.length);
});

it('counts them in the view, whose report is that of the command line', async () => {
  const { assessment } = await host.connection.sendRequest<Checklist>(assessMethod.method, { uris });
  expect(assessment.counts).toEqual(expected);
  const told = (await cli([root, '--format', 'json'], '', report)).out;
  expect(finished(jsonAssessment({ assessment, rules, locale: 'en' }))).toBe(told);
});

it.each(['html', 'markdown', 'csv'])('writes the same %s in the editor and in a terminal', async (format) => {
  const layout = format === 'csv' ? 'full' : undefined;
  // JSON has no bytes: they come as Base64.
  const { bytes } = await host.connection.sendRequest<{ bytes: string }>(reportMethod.method, { uris, format, layout });
  const told = await cli([root, '--format', format], '', report);
  expect(Buffer.from(bytes, 'base64').equals(told.bytes)).toBe(true);
});
