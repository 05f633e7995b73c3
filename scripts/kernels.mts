/** Compiles the AssemblyScript of src/wasm into modules that the bundles carry as text. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import asc from 'assemblyscript/asc';

const ROOT = join(import.meta.dirname, '..');
const FLAGS = ['--runtime', 'stub', '--enable', 'simd', '-O3', '--noAssert', '--use', 'abort='];

/** The files to write, by their paths. */
export async function kernels(): Promise<[path: string, text: string][]> {
  const names = readdirSync(join(ROOT, 'src/wasm'))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -3))
    .sort();
  return Promise.all(names.map(async (name) => [`src/worker/qr/decode/wasm/${name}Wasm.ts`, await compile(name)]));
}

async function compile(name: string): Promise<string> {
  let made: Uint8Array | undefined;
  const { error, stderr } = await asc.main([`src/wasm/${name}.ts`, '--outFile', 'made.wasm', '--baseDir', ROOT, ...FLAGS], {
    writeFile(_: string, contents: string | Uint8Array) {
      if (typeof contents !== 'string') made = contents;
    },
  });
  if (error || !made) throw new Error(`src/wasm/${name}.ts: ${error?.message} ${stderr.toString()}`);
  const base64 = Buffer.from(made).toString('base64');
  return `/** Made of src/wasm/${name}.ts by npm run generate. */\nexport const ${name}Wasm =\n  '${base64}';\n`;
}
