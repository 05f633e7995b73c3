// `npm run bench -- NAME [options]` runs bench/NAME.ts on a fresh production build; without a name it lists what can be measured.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { bin, node, root, run } from './run.mjs';

const [name, ...options] = process.argv.slice(2);
const folder = path.join(root, 'bench');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3));

if (!name || !existsSync(path.join(folder, `${name}.ts`))) {
  console.error(`npm run bench -- NAME [options], where NAME is one of: ${names.join(', ')}`);
  process.exitCode = name ? 2 : 0;
} else {
  const build = await node(['esbuild.mjs', '--production'], { show: true });
  process.exitCode = build.code || (await run(bin('tsx'), [path.join(folder, `${name}.ts`), ...options], { show: true })).code;
}
