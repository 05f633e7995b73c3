// Builds every bundle into dist/. Flags: --production (minified, no maps), --watch, --metafile
// (writes dist/meta/NAME.json for the checks).
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { apart, onDemand } from './scripts/apart.mjs';
import { apiOnce } from './scripts/apiOnce.mjs';
import { noCdn, webpLoader } from './scripts/foreignLoaders.mjs';
import { noticesOf } from './scripts/notices.mjs';
import { ruleSet } from './scripts/ruleSet.mjs';
import { sbomOf, vexOf } from './scripts/sbom.mjs';
import { seal } from './scripts/seal.mjs';
import { packagedSources } from './scripts/shippedFiles.mjs';
import { watchTogether } from './scripts/watchTogether.mjs';

const flag = (name) => process.argv.includes(`--${name}`);
const production = flag('production');
const require = createRequire(import.meta.url);

/**
 * Emscripten's loader and zxing-wasm can fetch their .wasm; ours is always handed over, so the way
 * out is cut at build time.
 */
const noNetwork = {
  fetch: 'undefined',
  XMLHttpRequest: 'undefined',
  WebSocket: 'undefined',
  EventSource: 'undefined',
  importScripts: 'undefined',
};

/** The extension loads these when they are first needed: files of their own. */
const late = {
  client: '.',
  installCheck: '.',
  tellUnfinished: '.',
  panelHost: 'panel',
  attestationSteps: 'steps',
  payloadSteps: 'steps',
  scaffoldSteps: 'steps',
  workspaceCheck: 'features',
  pictureTexts: 'features',
  checklistView: 'features',
  historyView: 'features',
  pictureSecrets: 'features',
  recorder: 'audit',
};
const lateParts = apart('late-parts', ({ path: wanted, kind }) =>
  kind === 'dynamic-import' && path.basename(wanted) in late ? path.basename(wanted) : undefined,
);

/**
 * Commands of the command line are files of their own: what one needs, the others do not wait for.
 */
const commands = [...readFileSync('src/cli/main.ts', 'utf8').matchAll(/import\('\.\/(\w+)'\)/g)].map(
  ([, name]) => name,
);
/** Few checks and reports read pictures, too. */
const PICTURES = 'judgePictures';
const bundleOf = (command) => `cli${command[0].toUpperCase()}${command.slice(1)}`;
const commandParts = apart('command-parts', ({ path: wanted, kind }) =>
  kind === 'dynamic-import' ? bundleOf(path.basename(wanted)) : undefined,
);

/** What most pictures and files do without. */
const parts = {
  partClauses: 'src/worker/compliance/checklist/clauses.ts',
  partRows: 'src/worker/compliance/checklist/rows.ts',
  partCases: 'src/worker/compliance/checklist/highRiskCases.ts',
  partTriggers: 'src/worker/compliance/checklist/triggers.ts',
  partZxingWasm: 'src/worker/qr/decode/zxingWasm.ts',
  partErrors: 'src/worker/protocol/errors.ts',
  partGitignore: 'src/worker/compliance/documents/gitignore.ts',
  partYaml: 'src/worker/compliance/documents/yaml/library.ts',
  partPython: 'src/worker/compliance/documents/python/library.ts',
  partSums: 'src/worker/hosts/shipped/packageSums.ts',
  partAssess: 'src/worker/compliance/assess/index.ts',
  partXlsx: 'src/worker/compliance/assess/report/workbook/library.ts',
  partScaffold: 'src/worker/compliance/scaffold/scaffold.ts',
  partFflate: 'src/worker/qr/decode/pixels/fflateDeflate.ts',
  partTiff: 'src/worker/qr/decode/pixels/tiff/readTiff.ts',
  partZxingLibrary: 'src/worker/qr/decode/zxingLibrary.ts',
  partZxingModules: 'src/worker/qr/decode/zxingModules.ts',
  partPng: 'src/worker/hosts/pngjs.ts',
  partJpeg: 'src/worker/hosts/jpegJs.ts',
  partWebp: 'src/worker/qr/decode/pixels/readWebp.ts',
};

/** What the command line does without beside that: a decoder's own bundle always wants it. */
const commandOnly = {
  partPixels: 'src/worker/qr/decode/readPixels.ts',
  partScanMargin: 'src/worker/qr/scanMargin/scanMargin.ts',
};

/** The decoder is loaded by its threads and by the command line. */
const decoderApart = apart('decoder-apart', ({ path: wanted }) => (wanted === './decoder' ? 'decoder' : undefined));

/** The linter is loaded by the servers, by their lint threads and by the command line. */
const linterApart = apart('linter-apart', ({ path: wanted, kind }) =>
  kind !== 'entry-point' && wanted.endsWith('/compliance/index') ? 'linter' : undefined,
);

/** The server is loaded by its two hosts. */
const serverApart = apart('server-apart', ({ path: wanted }) => (wanted === './nodeServer' ? 'nodeServer' : undefined));

/** The library of the protocol is loaded by the server and by the extension's client of it. */
const protocolApart = apart(
  'protocol-apart',
  () => 'partProtocol',
  /^vscode-(?:jsonrpc(?:\/browser)?|languageserver-protocol)$/,
);

const common = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  define: { ...noNetwork, RULE_SET: JSON.stringify(await ruleSet()) },
  charset: 'utf8',
  alias: {
    'vscode-jsonrpc/browser': require.resolve('vscode-jsonrpc').replace(/common[\\/]api\.js$/, 'browser/main.js'),
    // The other build loads node:worker_threads for what is not used.
    fflate: 'fflate/browser',
    // Its door leads to every format.
    'icodec/dist/webp-dec.js': path.resolve('node_modules/icodec/dist/webp-dec.js'),
    // The same as classes of the language: half as much to load.
    '@zxing/library/cjs': '@zxing/library/es2015',
  },
  plugins: [noCdn, webpLoader],
};
const node = {
  ...common,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  mainFields: ['module', 'main'],
  external: ['vscode'],
  plugins: [...common.plugins, apiOnce, onDemand(parts)],
};

const linting = { ...node, plugins: [linterApart, ...node.plugins] };
const picturesApart = apart('pictures-apart', ({ path: wanted }) =>
  wanted === `./${PICTURES}` ? bundleOf(PICTURES) : undefined,
);
const command = {
  ...node,
  plugins: [linterApart, picturesApart, ...common.plugins, onDemand({ ...parts, ...commandOnly })],
};

const bundles = {
  extension: { ...node, entryPoints: ['src/extension/extension.ts'], plugins: [lateParts, apiOnce] },
  ...Object.fromEntries(
    Object.entries(late).map(([name, folder]) => [
      name,
      {
        ...node,
        entryPoints: [`src/extension/${folder}/${name}.ts`],
        plugins: name === 'client' ? [protocolApart, ...node.plugins] : node.plugins,
      },
    ]),
  ),
  thread: { ...node, entryPoints: ['src/worker/hosts/thread.ts'] },
  worker: { ...node, entryPoints: ['src/worker/hosts/nodeWorker.ts'], plugins: [serverApart] },
  nodeServer: {
    ...linting,
    entryPoints: ['src/worker/hosts/nodeServer.ts'],
    plugins: [protocolApart, ...linting.plugins],
  },
  partProtocol: {
    ...node,
    // The entry without sockets and child processes; the rest of what it exports is in the other one.
    stdin: {
      contents: "require('vscode-jsonrpc/browser'); module.exports = require('vscode-languageserver-protocol');",
      resolveDir: '.',
    },
  },
  decodeWorker: { ...node, entryPoints: ['src/worker/hosts/decodeWorker.ts'], plugins: [decoderApart] },
  decoder: { ...node, entryPoints: ['src/worker/hosts/decoder.ts'] },
  linter: { ...node, entryPoints: ['src/worker/compliance/index.ts'] },
  lintWorker: { ...linting, entryPoints: ['src/worker/hosts/lintWorker.ts'] },
  auditWorker: { ...node, entryPoints: ['src/audit/auditWorker.ts'] },
  stdio: { ...node, entryPoints: ['src/worker/hosts/stdio.ts'], plugins: [serverApart] },
  cli: {
    ...node,
    entryPoints: ['src/cli/main.ts'],
    banner: { js: '#!/usr/bin/env node' },
    plugins: [commandParts],
    // As `require`: the loader of ES modules would have to start for a native one.
    supported: { 'dynamic-import': false },
  },
  ...Object.fromEntries(
    Object.entries({ ...parts, ...commandOnly }).map(([name, file]) => [name, { ...node, entryPoints: [file] }]),
  ),
  ...Object.fromEntries(
    [...commands, PICTURES].map((name) => [bundleOf(name), { ...command, entryPoints: [`src/cli/${name}.ts`] }]),
  ),
  panel: {
    ...common,
    platform: 'browser',
    target: 'chrome128',
    format: 'iife',
    entryPoints: ['media/panel/panel.ts'],
    tsconfig: 'media/panel/tsconfig.json',
  },
};

/** The WebAssembly of others: what is shipped under which name. */
const wasm = ['zxing-wasm/reader/zxing_reader.wasm', 'icodec/webp-dec.wasm'];

/** The pages of docs/rules in one file: packed together they take a third of the room. */
const rulePages = () =>
  JSON.stringify(
    Object.fromEntries(
      readdirSync('docs/rules')
        .sort()
        .map((file) => [file, readFileSync(path.join('docs/rules', file), 'utf8')]),
    ),
  );

/** Every file of dist/ as it is built, by name, before the hashes are written into it. */
const built = new Map([
  ...wasm.map((file) => [path.basename(file), readFileSync(require.resolve(file))]),
  ['rulePages.json', Buffer.from(rulePages())],
]);

/** Writes dist/ anew, with the hashes. */
function write() {
  for (const [name, content] of seal(built, packagedSources())) writeFileSync(path.join('dist', name), content);
}

/** Bundles name each other, so none is written before all are built. */
function collect(files) {
  for (const { path: file, contents, text } of files)
    built.set(path.basename(file), file.endsWith('.js') ? text : contents);
}

rmSync('dist', { recursive: true, force: true });
mkdirSync('dist/meta', { recursive: true });
const options = Object.entries(bundles).map(([name, bundle]) => [
  name,
  { ...bundle, outfile: `dist/${name}.js`, write: false },
]);
if (flag('watch')) {
  const all = options.map(([, option]) => option);
  await watchTogether(all, ['src', 'media'], (files) => {
    collect(files);
    write();
    console.log(`dist/ written, ${new Date().toLocaleTimeString()}`);
  });
} else {
  await Promise.all(
    options.map(async ([name, option]) => {
      const { metafile, outputFiles } = await esbuild.build(option);
      collect(outputFiles);
      writeFileSync(`dist/meta/${name}.json`, JSON.stringify(metafile));
    }),
  );
  if (production) {
    const sbom = sbomOf(new Map([...built].filter(([name]) => name.endsWith('.wasm'))));
    const asJson = (value) => Buffer.from(`${JSON.stringify(value, null, 1)}\n`);
    built.set('THIRD-PARTY.txt', Buffer.from(noticesOf([...built.keys()])));
    built.set('sbom.cdx.json', asJson(sbom));
    built.set('vex.cdx.json', asJson(vexOf(sbom)));
  }
  write();
  if (!flag('metafile')) rmSync('dist/meta', { recursive: true });
}
