/** The packages of the bundles, by what the build itself tells of them. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { packagesIn } from '../../scripts/packagesIn.mjs';

const folder = mkdtempSync(join(tmpdir(), 'packages-'));
afterAll(() => rmSync(folder, { recursive: true }));

const namedOf = (inputs: object) => {
  writeFileSync(join(folder, 'one.json'), JSON.stringify({ outputs: { 'dist/one.js': { inputs } } }));
  return [...packagesIn(folder).keys()];
};

it('are named, one inside another too', () => {
  const inputs = { 'src/a.ts': {}, 'node_modules/yaml/x.js': {}, 'node_modules/a/node_modules/@b/c/x.js': {} };
  expect(namedOf(inputs)).toEqual(['node_modules/a/node_modules/@b/c', 'node_modules/yaml']);
});

it('are known by their place in the project, wherever node_modules is linked to', () => {
  const inputs = { '../../elsewhere/node_modules/yaml/x.js': {}, '../../e/node_modules/a/node_modules/@b/c/y.js': {} };
  expect(namedOf(inputs)).toEqual(['node_modules/a/node_modules/@b/c', 'node_modules/yaml']);
});

it('are no others than those with code in a bundle, and all of them', () => {
  expect(namedOf({ 'node_modules/yaml/x.js': { bytesInOutput: 0 } })).toEqual([]);
  const meta = join(process.cwd(), 'dist', 'meta');
  type Outputs = Record<string, { inputs?: Record<string, { bytesInOutput: number }> }>;
  const packages = packagesIn();
  for (const file of readdirSync(meta))
    for (const [output, { inputs = {} }] of Object.entries(
      (JSON.parse(readFileSync(join(meta, file), 'utf8')) as { outputs: Outputs }).outputs,
    ))
      for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
        const names = [...packages].filter(([name, outputs]) => outputs.has(output) && input.includes(`${name}/`));
        if (input.includes('node_modules/') && bytesInOutput > 0) expect(names, input).not.toEqual([]);
      }
});
