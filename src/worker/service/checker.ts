/**
 * Findings of the workspace's files: judged once a version of a document, with what the rules read
 * of other files.
 */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { ignoreFilesOf, isGitIgnored } from '../compliance/documents/gitignore';
import { contentAt } from '../compliance/files';
import { kindOf } from '../compliance/kindOf';
import type { LintDocument } from '../compliance/lintContext';
import { concernsContainers } from '../protocol/deploymentFiles';
import { type Kind, kindRow } from '../protocol/fileKinds';
import type { Finding, Locale, Profile, Satisfied } from '../protocol/finding';
import type { Lint, Turn } from './lintThreads';
import { nearestConfig } from './nearestConfig';
import type { SettingsOf } from './settings';
import { folderAround } from './workspaceFolder';
import { isDamaged, type WorkspaceTexts } from './workspaceTexts';

interface Parts {
  texts: WorkspaceTexts;
  settings: SettingsOf;
  locale: Locale;
  today(): string;
  lint: Lint;
}

/** A document's findings, and how they came about. */
export interface Checked {
  findings: Finding[];
  satisfied: Satisfied[];
  ms: number;
  profile: Profile;
}

export interface Checker {
  /** An open document's findings. */
  check(document: TextDocument): Promise<Checked>;
  /**
   * What *Harden this service* adds: everything the checklist asks for, whatever the profile
   * reports.
   */
  hardening(document: TextDocument): Promise<Finding[]>;
  /**
   * A file that is not open, as it is now; undefined: it is no deployment file, or git ignores it.
   */
  checkFile(uri: string): Promise<Finding[] | undefined>;
  /** A document that is closed. */
  forget(uri: string): void;
  /**
   * What rests on these addresses, folders with a slash behind them, is judged again; without
   * addresses all.
   */
  forgetDependents(addresses?: readonly string[]): void;
}

interface Entry {
  version: number;
  checked: Promise<Checked>;
  hardening?: Promise<Finding[]>;
  /** What the answer rests on; absent while it is worked out. */
  dependsOn?: ReadonlySet<string>;
}

/** Files that lead from one to the next are followed this far: each is a round. */
const MAX_ROUNDS = 50;

export function checker({ texts, settings, locale, today, lint }: Parts): Checker {
  const cache = new Map<string, Entry>();

  /**
   * Lints a text; files that the engine asks for are loaded and the lint is run again. Undefined:
   * it became obsolete meanwhile.
   */
  const lintText = async (
    { uri, text, languageId, undecoded = isDamaged(text) }: LintDocument,
    { wholeChecklist, turn }: { wholeChecklist?: boolean; turn?: Turn } = {},
  ): Promise<(Checked & { dependsOn: ReadonlySet<string> }) | undefined> => {
    const dependsOn = new Set<string>();
    const setting = await settings(uri);
    const nothing = { findings: [], satisfied: [], ms: 0, profile: setting.profile, dependsOn };
    const kind = setting.enabled ? kindOf(uri, text, languageId) : undefined;
    if (!kind) return nothing;
    const asking = {
      ...texts,
      text: (other: string) => {
        dependsOn.add(other);
        return texts.text(other);
      },
    };
    const config = await nearestConfig(uri, asking);
    if (config === 'ignored') return nothing;
    const profile = wholeChecklist || config ? 'mlps3' : setting.profile;
    const judgedBy = wholeChecklist && config ? { ...config, profile } : config;
    const files = { text: texts.known, folder: texts.knownFolder, isEditable: texts.isEditable };
    const context = {
      files,
      folder: folderAround(uri, texts.tops()),
      config: judgedBy,
      locale,
      profile,
      today: today(),
    };
    let ms = 0;
    for (let round = 0; ; round++) {
      const result = await lint({ uri, text, kind, undecoded }, context, turn);
      if (!result) return undefined;
      ms += result.ms;
      // Those of them that are known and still have nothing to tell are not to be had; others were
      // read by somebody else meanwhile.
      const missing = result.wanted.filter((other) => !texts.isKnown(other) || contentAt(files, other) !== undefined);
      if (missing.length === 0 || round === MAX_ROUNDS) {
        for (const other of result.dependsOn) dependsOn.add(other);
        const { findings, satisfied } = result;
        return { findings, satisfied, ms, profile: config?.profile ?? profile, dependsOn };
      }
      await Promise.all(missing.map(texts.load));
    }
  };
  const isIgnored = async (kind: Kind | undefined, uri: string): Promise<boolean> => {
    if (kind && kindRow(kind).isKeptFromGit) return false;
    await Promise.all(ignoreFilesOf(uri).map((file) => texts.text(file.uri)));
    return isGitIgnored(uri, { text: texts.known }) === true;
  };
  const entryOf = (document: TextDocument) => {
    const known = cache.get(document.uri);
    if (known?.version === document.version) return known;
    const { version } = document;
    const linted = lintText(lintDocument(document), {
      turn: { isOpen: true, isObsolete: () => document.version !== version },
    });
    // Whoever asked for a version that is no more gets the one that is.
    const entry: Entry = { version, checked: linted.then((checked) => checked ?? check(document)) };
    cache.set(document.uri, entry);
    linted.then(
      (checked) => void (entry.dependsOn = checked?.dependsOn),
      // Whoever asks again gets another try.
      () => void (cache.get(document.uri) === entry && cache.delete(document.uri)),
    );
    return entry;
  };
  const forgetDependents = (addresses?: readonly string[]) => {
    for (const [uri, { dependsOn }] of cache)
      if (!addresses || !dependsOn || addresses.some((address) => dependsOn.has(address))) cache.delete(uri);
  };
  /** Not every client tells of files that change, and none of all files. */
  const lookAgain = (document: TextDocument) => {
    const changed = texts.forgetChanged(cache.get(document.uri)?.dependsOn ?? []);
    if (changed.length > 0) forgetDependents(changed);
  };
  const check = (document: TextDocument): Promise<Checked> => {
    lookAgain(document);
    return entryOf(document).checked;
  };
  return {
    check,
    hardening: async (document) => {
      const entry = entryOf(document);
      if ((await entry.checked).profile === 'mlps3') return [];
      entry.hardening ??= lintText(lintDocument(document), { wholeChecklist: true, turn: { isOpen: true } }).then(
        (whole) => whole!.findings.filter(({ fixes }) => fixes.some((fix) => fix.hardens)),
      );
      return entry.hardening;
    },
    checkFile: async (uri) => {
      const kind = kindOf(uri);
      if (!(await settings(uri)).checkIgnored && (await isIgnored(kind, uri))) return undefined;
      const file = kind || /\.ya?ml$/i.test(uri) ? await texts.read(uri) : null;
      if (!file || !(kind ? concernsContainers(kind, file.text) : kindOf(uri, file.text))) return undefined;
      return (await lintText({ uri, text: file.text, undecoded: file.encoding === 'unknown' }))!.findings;
    },
    forget: (uri) => void cache.delete(uri),
    forgetDependents,
  };
}

const lintDocument = (document: TextDocument): LintDocument => ({
  uri: document.uri,
  text: document.getText(),
  languageId: document.languageId,
});
