// `npm run bench -- NAME [options]` runs bench/NAME.ts or .mjs on a fresh production build; without
// a name it lists what can be measured.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { bin, node, root, run } from './run.mjs';

const [name, ...options] = process.argv.slice(2);
const folder = path.join(root, 'bench');
const names = readdirSync(folder)
  .filter((file) => /\.(ts|mjs)$/.test(file))
  .map((file) => path.parse(file).name);

if (!name || !names.includes(name)) {
  console.error(`npm run bench -- NAME [options], where NAME is one of: ${names.join(', ')}`);
  process.exitCode = name ? 2 : 0;
} else {
  const build = await node(['esbuild.mjs', '--production'], { show: true });
  const file = ['ts', 'mjs'].map((ending) => path.join(folder, `${name}.${ending}`)).find((path) => existsSync(path));
  process.exitCode = build.code || (await run(bin('tsx'), [file, ...options], { show: true })).code;
}
