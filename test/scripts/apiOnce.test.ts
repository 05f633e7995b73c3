/** Bundles of the extension take the editor's API as it is: to copy it takes longer than all else at activation. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const dist = join(process.cwd(), 'dist');
const asking = readdirSync(dist).filter(
  (name) => name.endsWith('.js') && readFileSync(join(dist, name), 'utf8').includes('require("vscode")'),
);

/** Loads a bundle with an API that tells whenever its properties are listed. */
const SCRIPT = `
  const Module = require('node:module');
  const load = Module._load;
  const some = new Proxy(function () {}, {
    get: (of, key) => (typeof key === 'string' && !(key in of) ? some : of[key]),
    apply: () => some,
  });
  const counts = { asked: 0, listed: 0 };
  const api = new Proxy({}, { get: () => some, ownKeys: () => (counts.listed++, []) });
  Module._load = function (name, ...more) {
    if (name !== 'vscode') return load.call(this, name, ...more);
    counts.asked++;
    return api;
  };
  require(process.argv[1]);
  console.log(JSON.stringify(counts));
`;

describe('the API', () => {
  it('is what the extension and its late parts ask for', () => {
    expect(asking).toEqual(expect.arrayContaining(['extension.js', 'client.js', 'panelHost.js']));
  });

  it.each(asking)('is asked for once, and not copied, by %s', (name) => {
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', SCRIPT, join(dist, name)], { encoding: 'utf8' });
    expect(stdout, stderr).toBe('{"asked":1,"listed":0}\n');
  });
});
