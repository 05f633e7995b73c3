/** What a hundred windows ask for at once: requests of every sort, each with what it must answer. */
import { readFileSync } from 'node:fs';

export interface AskedRequest {
  method: string;
  params: object;
  /** Whether the answer is to this request and to no other. */
  isAnswer(result: unknown): boolean;
}

interface Window {
  textDocument: { uri: string; languageId: string; version: number; text: string };
  requests: AskedRequest[];
}

const PNG = readFileSync('samples/pictures/hello.png');

/** Ten requests of one window, about a document and texts of its own. */
function windowOf(i: number): Window {
  const uri = `file:///w${i}/Dockerfile`;
  const tag = `private/app-${i}:latest`;
  const textDocument = { uri, languageId: 'dockerfile', version: 1, text: `FROM ${tag}\nUSER root\nCMD ["a"]\n` };
  const holds = (part: string) => (result: unknown) => JSON.stringify(result)?.includes(part) === true;
  const at = { textDocument: { uri } };
  const position = { line: 1, character: 6 };
  const range = { start: { line: 0, character: 0 }, end: { line: 2, character: 0 } };
  const encode = (text: string): AskedRequest => ({
    method: 'qr/encode',
    params: { texts: [text] },
    isAnswer: holds(`"text":"${text}"`),
  });
  return {
    textDocument,
    requests: [
      { method: 'textDocument/diagnostic', params: at, isAnswer: holds(tag) },
      encode(`text-${i}-a`),
      { method: 'textDocument/hover', params: { ...at, position }, isAnswer: holds('MLPS-RUN-001') },
      {
        method: 'qr/decode',
        params: { pictures: [{ name: `${i}.png`, bytes: Uint8Array.from(PNG) }] },
        isAnswer: holds('Hello from QR Code Master'),
      },
      encode(`text-${i}-b`),
      {
        method: 'textDocument/codeAction',
        params: { ...at, range, context: { diagnostics: [] } },
        isAnswer: holds(uri),
      },
      {
        method: 'qr/encodePayload',
        params: { kind: 'url', values: { url: `https://example.org/${i}` } },
        isAnswer: holds(`https://example.org/${i}"`),
      },
      {
        method: 'qr/batchPreview',
        params: { content: `link\nrow-${i}\n`, table: true, column: 'link' },
        isAnswer: holds(`row-${i}`),
      },
      { method: 'textDocument/diagnostic', params: at, isAnswer: holds(tag) },
      { method: 'no/such', params: {}, isAnswer: (result) => (result as { code?: number }).code === -32_601 },
    ],
  };
}

export const windows = (count: number): Window[] => Array.from({ length: count }, (_, i) => windowOf(i));
