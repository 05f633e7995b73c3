/**
 * What a lint thread does with the jobs it is posted: the same on every platform. It knows of other
 * files what it was told.
 */
import type { Hardening } from '../protocol/finding';
import type { FolderEntry } from '../protocol/methods';
import { asFolder, type WorkspaceFiles } from './files';
import { type LintResult, lint } from './lint';
import type { LintContext, LintDocument } from './lintContext';
import { rememberFacts } from './readFacts';
import { setBounded } from './setBounded';

/** A file or folder as the workspace has it. */
export interface KnownFile {
  content: string | readonly FolderEntry[] | null | undefined;
  isEditable: boolean;
}

/** What of a lint's circumstances can be sent. */
export type SentContext = Omit<LintContext, 'files' | 'facts' | 'rules'>;

export interface LintJob {
  document: LintDocument;
  context: SentContext;
  /** By address, folders with a slash behind them: what is not as the thread was told before. */
  news: ReadonlyMap<string, KnownFile>;
  /** What services lack is wanted, too. */
  hardens?: true;
}

export type SentResult = Omit<LintResult, 'hardening'>;

/**
 * What a thread tells: once that it can judge, and one answer to each job, with the milliseconds
 * that it took.
 */
export type LintNews = { kind: 'ready' } | { kind: 'answer'; result: SentResult; ms: number; hardening?: Hardening[] };

/** Documents whose judgement is kept for whoever asks what it would harden. */
const MAX_KEPT = 20;

/** The two ends of the thread's port as this file needs them. */
export interface LintPort {
  onJob(listener: (job: LintJob) => void): void;
  tell(news: LintNews): void;
}

/** @param now a steady clock in milliseconds */
export function serveLintJobs(port: LintPort, now: () => number, judge = lint): void {
  const told = new Map<string, KnownFile>();
  const facts = rememberFacts();
  const judged = new Map<string, { text: string; result: LintResult }>();
  const files: WorkspaceFiles = {
    text: (uri) => told.get(uri)?.content as string | null | undefined,
    folder: (uri) => told.get(asFolder(uri))?.content as readonly FolderEntry[] | null | undefined,
    isEditable: (uri) => told.get(uri)?.isEditable ?? true,
  };
  port.onJob(({ document, context, news, hardens }) => {
    const { uri, text } = document;
    for (const [address, file] of news) told.set(address, file);
    // What was judged may rest on what is no more.
    if (news.size > 0) judged.clear();
    const start = now();
    const before = hardens ? judged.get(uri) : undefined;
    const result = before?.text === text ? before.result : judge(document, { ...context, files, facts });
    if (result.hardening) setBounded(judged, uri, { text, result }, MAX_KEPT);
    const { hardening, ...sent } = result;
    const more = hardens && { hardening: hardening?.() ?? [] };
    port.tell({ kind: 'answer', result: sent, ...more, ms: now() - start });
  });
  port.tell({ kind: 'ready' });
}
