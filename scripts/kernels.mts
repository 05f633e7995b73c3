/** Compiles the AssemblyScript of src/wasm into modules that the bundles carry as text. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { version } from 'assemblyscript/package.json';

const ROOT = join(import.meta.dirname, '..');
const SOURCES = join(ROOT, 'src/wasm');
/**
 * What was compiled here before, by all that decides it: compiling takes most of the time that
 * generating takes.
 */
const CACHE = join(ROOT, 'node_modules/.cache/kernels');
const FLAGS = ['--runtime', 'stub', '--enable', 'simd', '-O3', '--noAssert', '--use', 'abort='];

/** The files to write, by their paths. */
export async function kernels(): Promise<[path: string, text: string][]> {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .sort();
  const key = createHash('sha256').update(JSON.stringify([version, FLAGS]));
  for (const file of files) key.update(file).update(readFileSync(join(SOURCES, file)));
  const folder = join(CACHE, key.digest('hex'));
  // What lies in a folder is part of the module beside it.
  const names = files.filter((file) => !/[\\/]/.test(file)).map((file) => file.slice(0, -3));
  return Promise.all(
    names.map(async (name) => [`src/worker/qr/decode/wasm/${name}Wasm.ts`, moduleOf(name, await cached(folder, name))]),
  );
}

async function cached(folder: string, name: string): Promise<Buffer> {
  const file = join(folder, `${name}.wasm`);
  if (!process.env.CI && existsSync(file)) return readFileSync(file);
  const made = await compile(name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, made);
  return made;
}

async function compile(name: string): Promise<Buffer> {
  const { default: asc } = await import('assemblyscript/asc');
  let made: Uint8Array | undefined;
  const { error, stderr } = await asc.main(
    [`src/wasm/${name}.ts`, '--outFile', 'made.wasm', '--baseDir', ROOT, ...FLAGS],
    {
      writeFile(_: string, contents: string | Uint8Array) {
        if (typeof contents !== 'string') made = contents;
      },
    },
  );
  if (error || !made) throw new Error(`src/wasm/${name}.ts: ${error?.message} ${stderr.toString()}`);
  return Buffer.from(made);
}

const moduleOf = (name: string, wasm: Buffer): string =>
  `/** Made of src/wasm/${name}.ts by npm run generate. */\nexport const ${name}Wasm =\n  '${wasm.toString('base64')}';\n`;
