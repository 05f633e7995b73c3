/** An assessment service over files in memory, for tests. */
import { CancellationToken } from 'vscode-languageserver';
import { notJudged } from '../../../src/worker/compliance/lint';
import type { Checklist } from '../../../src/worker/protocol/checklist';
import { assessMethod } from '../../../src/worker/protocol/checklist';
import { assessService } from '../../../src/worker/service/assessService';
import { type WorkspaceTexts, workspaceTexts } from '../../../src/worker/service/workspaceTexts';
import { lintHere } from './lintHere';

export const COMPOSE = 'services:\n  web:\n    image: nginx:latest\n';
export const URI = 'file:///w/app/compose.yaml';

interface Assessing {
  /** Contents by address. */
  disk: Record<string, string | undefined>;
  /** What is edited. */
  open: Record<string, string>;
  unreadable: string | undefined;
  folders: string[];
  /** Addresses, in the order in which they were judged and read. */
  checked: string[];
  reads: string[];
  isBroken: boolean;
  /** While a file is judged. */
  meanwhile: () => void;
  ask: <R>(method: { method: string }, params: object, cancel?: CancellationToken) => Promise<R>;
  forget: (addresses?: readonly string[]) => void;
  texts: WorkspaceTexts;
}

/** The service of the test that runs. */
export let at: Assessing;

/** A new one for each test: `beforeEach(newAssessing)`. */
export function newAssessing(): void {
  const document = (uri: string) =>
    at.open[uri] === undefined ? undefined : ({ uri, getText: () => at.open[uri] } as never);
  const texts = workspaceTexts(
    { get: document, all: () => [] },
    {
      read: async (uri) => {
        at.reads.push(uri);
        if (uri === at.unreadable) return undefined;
        return at.disk[uri] === undefined ? null : new TextEncoder().encode(at.disk[uri]);
      },
      readFolder: async () => [],
    },
    () => at.folders,
  );
  const judge = lintHere();
  const answers = new Map<string, (...args: unknown[]) => unknown>();
  const connection = { onRequest: (name: string, answer: never) => void answers.set(name, answer) } as never;
  const { forget } = assessService({
    connection,
    texts,
    settings: () => ({ enabled: true, profile: 'recommended', checkIgnored: false, baselineFindings: 'hint' }),
    lint: (document, context, turn) => {
      at.checked.push(document.uri);
      at.meanwhile();
      if (at.isBroken) return Promise.resolve({ ...notJudged(document, new Error('lost'), context), ms: 0 });
      return judge(document, context, turn);
    },
    locale: 'en',
    today: () => '2026-11-29',
    folders: () => at.folders,
  });
  at = {
    disk: { [URI]: COMPOSE },
    open: {},
    unreadable: undefined,
    folders: ['file:///w/app'],
    checked: [],
    reads: [],
    isBroken: false,
    meanwhile: () => {},
    ask: async ({ method }, params, cancel = CancellationToken.None) => answers.get(method)!(params, cancel) as never,
    forget,
    texts,
  };
}

export const assessed = (uris = [URI]): Promise<Checklist> => at.ask<Checklist>(assessMethod, { uris });
