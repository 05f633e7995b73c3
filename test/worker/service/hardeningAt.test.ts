/** When the light bulb asks the thread what services lack: counted. */
import { expect, it } from 'vitest';
import { lint } from '../../../src/worker/compliance/lint';
import { hardeningAt } from '../../../src/worker/service/hardeningAt';

const COMPOSE = 'services:\n  web:\n    image: nginx:latest\n    privileged: true\n  db:\n    image: postgres:17\n';
const RUN = '#!/bin/sh\nset -e\ndocker run -d --name web nginx:latest\n';

/** The services at each line, and how often they were worked out. */
async function linesOf(name: string, text: string, only?: string[]) {
  const context = { files: { text: () => null }, locale: 'en', profile: 'recommended', today: '2026-01-31' } as const;
  const { hardening, lacking, findings } = lint({ uri: `file:///w/${name}`, text }, { ...context, hardening: true });
  expect(findings).not.toEqual([]);
  let count = 0;
  const counted = () => {
    count++;
    return hardening!();
  };
  const lines: number[] = [];
  for (let line = 0; line < text.split('\n').length; line++) {
    const range = { start: { line, character: 0 }, end: { line, character: 99 } };
    const found = await hardeningAt({ hardening: counted, lacking }, range, only);
    if (found.length > 0) lines.push(line);
  }
  return { count, lines };
}

it.each([
  ['a compose file', 'compose.yaml', COMPOSE, [1, 4]],
  ['a script with a run line', 'run.sh', RUN, [2]],
  ['a script without', 'host.sh', 'setenforce 0\nufw disable\n', []],
  ['a Dockerfile', 'Dockerfile', 'FROM node:latest\nADD a /a\n', []],
  ['variables', '.env', 'SECRET_KEY=hunter2hunter2\n', []],
])('%s: only where a service is', async (_, name, text, lines) =>
  expect(await linesOf(name, text)).toEqual({ count: lines.length, lines }),
);

it('is not asked for other actions', async () => {
  expect(await linesOf('compose.yaml', COMPOSE, ['source.fixAll.qrCodeMaster', 'refactor'])).toMatchObject({
    count: 0,
  });
  expect(await linesOf('compose.yaml', COMPOSE, ['quickfix'])).toMatchObject({ count: 2 });
});
