/**
 * A workspace of 5,000 deployment files in the language server as the editor runs it: the whole
 * check, and one edit among open files. `npm run bench -- workspace [FILES]`
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createMessageConnection, type MessageConnection } from 'vscode-jsonrpc/node';
import { checkInBatches } from '../src/extension/features/checkInBatches';
import { startNodeWorker } from '../src/extension/startNodeWorker';
import { linkTransports } from '../src/worker/protocol/messagePort';
import { checkFilesMethod } from '../src/worker/protocol/methods';
import { composeFile, dockerfile, readme, script } from './lintCorpus';

/** Files of one application, with what is read across them: variables, a build, published ports. */
const application = (i: number): Record<string, string> => ({
  'compose.yaml': composeFile(2 + (i % 5), i),
  Dockerfile: dockerfile(6 + (i % 20), i),
  'deploy.sh': `${script(4 + (i % 8), i)}iptables -A INPUT -p tcp --dport 9000 -j DROP\n`,
  'README.md': `${readme(4 + (i % 8), i)}\`\`\`sh\ndocker compose up -d\n\`\`\`\n`,
  '.env': `TZ=Asia/Shanghai\nTAG=1.${i}\n`,
});
const count = Number(process.argv[2] ?? 5000);
const ROUNDS = 3;
const OPEN = 20;
const EDITS = 100;
const LIMIT = { check: '10,000', edit: '50' };

function writeFiles(folder: string): string[] {
  const uris: string[] = [];
  for (let i = 0; uris.length < count; i++)
    for (const [name, text] of Object.entries(application(i))) {
      const path = join(folder, `app${i}`, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
      if (uris.length < count) uris.push(pathToFileURL(path).href);
    }
  return uris;
}

async function connect(folder: string): Promise<{ connection: MessageConnection; end(): Promise<unknown> }> {
  const { link, terminate } = startNodeWorker(resolve('dist'), () => undefined);
  const { reader, writer } = linkTransports(link);
  const connection = createMessageConnection(reader, writer);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri: pathToFileURL(folder).href,
    capabilities: { textDocument: { diagnostic: {} } },
    initializationOptions: { ownWorkspaceCheck: true },
  });
  await connection.sendNotification('initialized', {});
  return { connection, end: () => terminate() };
}

/** From the start of the server to the last diagnostics, milliseconds; as the command of the palette asks. */
async function wholeCheck(folder: string, uris: readonly string[]) {
  const start = performance.now();
  const { connection, end } = await connect(folder);
  let firstMs = 0;
  const ask = async (batch: string[]) => {
    const { files } = await connection.sendRequest<{ files: { diagnostics: unknown[] }[] }>(checkFilesMethod.method, {
      uris: batch,
    });
    firstMs ||= performance.now() - start;
    return { judged: files.length, found: files.reduce((sum, { diagnostics }) => sum + diagnostics.length, 0) };
  };
  const { judged, found } = await checkInBatches(uris, ask, () => {}, { isCancellationRequested: false });
  const ms = performance.now() - start;
  await end();
  return { ms, firstMs, judged, found };
}

/** From one character to the diagnostics of its file, and to those of all that are open, milliseconds. */
async function edits(folder: string, uris: readonly string[]) {
  const { connection, end } = await connect(folder);
  await connection.sendRequest(checkFilesMethod.method, { uris });
  const open = uris.slice(0, OPEN);
  for (const uri of open)
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: '', version: 1, text: await readFile(fileURLToPath(uri), 'utf8') },
    });
  const pull = (uri: string) => connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
  await Promise.all(open.map(pull));
  const own: number[] = [];
  const all: number[] = [];
  const compose = open.filter((uri) => uri.endsWith('compose.yaml'));
  for (let edit = 0; edit < EDITS; edit++) {
    const uri = compose[edit % compose.length]!;
    const start = performance.now();
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: edit + 2 },
      contentChanges: [{ range: { start: START, end: START }, text: `# ${edit}\n` }],
    });
    await pull(uri);
    own.push(performance.now() - start);
    await Promise.all(open.map(pull));
    all.push(performance.now() - start);
  }
  await end();
  return { own, all };
}

const START = { line: 0, character: 0 };

function row(what: string, values: readonly number[], limit: string): string {
  const sorted = [...values].sort((a, b) => a - b);
  const cells = [sorted[sorted.length >> 1]!, sorted[0]!, sorted[Math.floor(sorted.length * 0.95)]!];
  return `| ${what} | ${cells.map((ms) => ms.toFixed(1)).join(' | ')} | ${limit} |`;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'workspace-bench-'));
  const uris = writeFiles(folder);
  const checks: Awaited<ReturnType<typeof wholeCheck>>[] = [];
  for (let round = 0; round < ROUNDS; round++) checks.push(await wholeCheck(folder, uris));
  const { own, all } = await edits(folder, uris);
  rmSync(folder, { recursive: true });
  const [{ judged, found }] = checks as [(typeof checks)[number]];
  const report = `# A workspace of ${count.toLocaleString('en')} files in the editor

Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown processor'}. \`npm run bench -- workspace\`

The language server's thread as the editor starts it; time that passes.
${judged.toLocaleString('en')} deployment files, ${found.toLocaleString('en')} findings in \`recommended\`.

| milliseconds | median | fastest | 95 % | limit |
| --- | --- | --- | --- | --- |
${row(
  'whole check, from the start of the server',
  checks.map(({ ms }) => ms),
  LIMIT.check,
)}
${row(
  'its first diagnostics',
  checks.map(({ firstMs }) => firstMs),
  '1,000',
)}
${row('one edit of a compose file, to its diagnostics', own, LIMIT.edit)}
${row(`the same, to those of ${OPEN} open files`, all, LIMIT.edit)}
`;
  console.log(report);
  writeFileSync(join(__dirname, 'results/workspace.md'), report);
}

void main();
