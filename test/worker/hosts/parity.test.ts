/**
 * The command line, the extension's worker and the server over stdio give the same findings for the
 * same files, at the first time of asking.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MessageConnection } from 'vscode-jsonrpc/node';
import type { Diagnostic } from 'vscode-languageserver';
import { run } from '../../../src/cli/lint';
import { checkFilesMethod } from '../../../src/worker/protocol/methods';
import { ROOT, readFixtures } from '../compliance/ruleFixtures';
import { type Host, overStdio, overWorker } from './connect';
import { generatedWorkspaces } from './generatedWorkspaces';

/** Every fixture of a rule, and generated workspaces, each in a folder of its own; or one in so many. */
function writeWorkspaces(root: string, oneIn: number): void {
  const put = (path: string, text: string) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  for (const [i, { uri, text, companions }] of readFixtures().entries()) {
    if (i % oneIn > 0) continue;
    const folder = join(root, `fixture${i}`);
    put(join(folder, uri.slice(ROOT.length)), text);
    for (const [name, other] of companions) put(join(folder, name), other);
  }
  for (const [i, files] of generatedWorkspaces(60 / oneIn).entries())
    for (const [name, text] of Object.entries(files)) put(join(root, `made${i}`, name), text);
}

interface Told {
  line: number;
  column: number;
  severity: string;
  rule: string;
  message: string;
}

const asLine = (path: string, { line, column, severity, rule, message }: Told) =>
  `${path}:${line}:${column} ${severity} ${rule} ${message}`;
const pathOf = (line: string): string => line.slice(0, line.search(/:\d+:/));
const SEVERITIES = ['', 'error', 'warning', 'info', 'hint'];

const MARK = / \(in the baseline\)$/;

async function byCommandLine(root: string, ...args: string[]): Promise<string[]> {
  let out = '';
  const io = {
    stderr: () => {},
    stdin: async () => new Uint8Array(),
    isTty: false,
    locale: 'en' as const,
    distDir: 'dist',
  };
  await run([root, '--fail-on', 'never', ...args], { ...io, stdout: (data) => void (out += data) });
  return out.split('\n').flatMap((text) => {
    const [, path, line, column, severity, rule, message] =
      /^(.*?):(\d+):(\d+): (\w+) (MLPS-\S+) \S+(?: \[[^\]]*\])?: (.*)$/.exec(text) ?? [];
    if (path === undefined) return [];
    return [
      asLine(relative(root, path), {
        line: Number(line),
        column: Number(column),
        // An editor shows as a hint what the baseline covers.
        severity: MARK.test(message!) ? 'hint' : severity!,
        rule: rule!,
        message: message!,
      }),
    ];
  });
}

/** A baseline of two findings out of three. */
async function writeBaseline(root: string, path: string): Promise<void> {
  await byCommandLine(root, '--write-baseline', path);
  const written = JSON.parse(readFileSync(path, 'utf8'));
  const findings = written.findings.filter((_: object, i: number) => i % 3 > 0);
  writeFileSync(path, JSON.stringify({ ...written, findings }));
}

/** The checks of the configuration itself are told of elsewhere by the command line. */
const linesOf = (root: string, uri: string, diagnostics: readonly Diagnostic[]): string[] =>
  uri.endsWith('.qrcodemaster.yaml')
    ? []
    : diagnostics.map(({ range: { start }, severity, code, message }) =>
        asLine(relative(root, fileURLToPath(uri)), {
          line: start.line + 1,
          column: start.character + 1,
          severity: SEVERITIES[severity!]!,
          rule: String(code),
          message: message as string,
        }),
      );

type Way = (connection: MessageConnection, root: string, uris: string[]) => Promise<[string, Diagnostic[]][]>;

const opened = async (connection: MessageConnection, uri: string) =>
  connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: '', version: 1, text: readFileSync(fileURLToPath(uri), 'utf8') },
  });

const pulled: Way = async (connection, _root, uris) => {
  const found: [string, Diagnostic[]][] = [];
  for (const uri of uris) {
    await opened(connection, uri);
    const { items } = await connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    found.push([uri, items]);
    await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }
  return found;
};

const pushed: Way = async (connection, _root, uris) => {
  const found: [string, Diagnostic[]][] = [];
  for (const uri of uris) {
    const told = new Promise<Diagnostic[]>((resolve) => {
      connection.onNotification(
        'textDocument/publishDiagnostics',
        (sent: { uri: string; diagnostics: Diagnostic[] }) => {
          if (sent.uri === uri) resolve(sent.diagnostics);
        },
      );
    });
    await opened(connection, uri);
    found.push([uri, await told]);
    await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }
  return found;
};

const searched: Way = async (connection) => {
  const { items } = await connection.sendRequest<{ items: { uri: string; items: Diagnostic[] }[] }>(
    'workspace/diagnostic',
    {
      previousResultIds: [],
    },
  );
  return items.map(({ uri, items }) => [uri, items]);
};

const asked: Way = async (connection, _root, uris) => {
  const { files } = await connection.sendRequest<{ files: { uri: string; diagnostics: Diagnostic[] }[] }>(
    checkFilesMethod.method,
    {
      uris,
    },
  );
  return files.map(({ uri, diagnostics }) => [uri, diagnostics]);
};

async function byServer(host: Host, way: Way, root: string, uris: string[]): Promise<string[]> {
  const { connection, end } = host;
  connection.listen();
  const textDocument = way === pushed ? {} : { diagnostic: {} };
  const rootUri = pathToFileURL(root).href;
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri,
    locale: 'en',
    capabilities: { textDocument },
  });
  await connection.sendNotification('initialized', {});
  const found = await way(connection, root, uris);
  await end();
  return found.flatMap(([uri, diagnostics]) => linesOf(root, uri, diagnostics));
}

describe.each(['recommended', 'mlps3'])('the same findings in %s', (profile) => {
  let top = '';
  let root = '';
  let expected: string[] = [];
  let uris: string[] = [];

  beforeAll(async () => {
    // The configuration stands at the top of the repository, and above it one that is none of its
    // business.
    top = mkdtempSync(join(tmpdir(), 'parity-'));
    root = join(top, 'repository', 'folder');
    // The smaller profile differs in the rules alone.
    writeWorkspaces(root, profile === 'mlps3' ? 1 : 3);
    mkdirSync(join(top, 'repository', '.git'));
    writeFileSync(join(top, '.qrcodemaster.yaml'), 'ignore: ["**"]\n');
    const config = join(top, 'repository', '.qrcodemaster.yaml');
    writeFileSync(config, `profile: ${profile}\nrules:\n  MLPS-IMG-001: off\n`);
    await writeBaseline(root, join(top, 'repository', 'base.json'));
    writeFileSync(config, `${readFileSync(config, 'utf8')}baseline: base.json\n`);
    expected = (await byCommandLine(root)).sort();
    uris = [...new Set(expected.map((line) => pathToFileURL(join(root, pathOf(line))).href))];
  });
  afterAll(() => rmSync(top, { recursive: true }));

  it('are many', () => {
    expect(expected.filter((line) => /^made.*MLPS-IMG-001/.test(line))).toEqual([]);
    expect(expected.length).toBeGreaterThan(profile === 'mlps3' ? 900 : 150);
    const old = expected.filter((line) => MARK.test(line));
    for (const some of [old, expected.filter((line) => !old.includes(line))]) expect(some.length).toBeGreaterThan(100);
  });

  // For the smaller profile one way of each host is enough. Ways that take file by file share the
  // files.
  it.each([
    ['worker, asked for files', overWorker, asked, undefined],
    ['stdio, whole workspace', overStdio, searched, undefined],
    ...(profile === 'mlps3'
      ? ([
          ['worker, pulled', overWorker, pulled, 0],
          ['worker, pushed to', overWorker, pushed, 1],
          ['stdio, pulled', overStdio, pulled, 2],
        ] as const)
      : []),
  ] as const)('from the command line and the %s', async (_, host, way, share) => {
    const own = uris.filter((_, i) => share === undefined || i % 3 === share);
    const paths = new Set(own.map((uri) => relative(root, fileURLToPath(uri))));
    const told = expected.filter((line) => paths.has(pathOf(line)));
    const found = await byServer(host(), way, root, own);
    const [ours, theirs] = [new Set(found), new Set(told)];
    expect({
      missing: told.filter((line) => !ours.has(line)),
      more: found.filter((line) => !theirs.has(line)),
    }).toEqual({
      missing: [],
      more: [],
    });
    expect(found).toHaveLength(told.length);
  });
});
