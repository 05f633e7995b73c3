/**
 * Findings of the workspace's files: an open document is judged once a version, with what the rules
 * read of other files, under the configuration that holds for it.
 */
import { MAX_FILE_MB } from '../protocol/deploymentFiles';
import { type Failure, fault } from '../protocol/errors';
import { type Kind, kindRow } from '../protocol/fileKinds';
import type { Finding, KnownFinding, Locale, Profile, Satisfied } from '../protocol/finding';
import type { Described } from '../protocol/subject';
import { decodeText, type FileText, isDamaged } from '../text/decodeText';
import { type BaselineText, baselineNamedBy, type HeldBaseline, holdBaseline } from './baseline/heldBaseline';
import { configFor } from './config';
import { type ConfigText, configOf, nearestConfigText, type ReadConfig } from './config/nearestConfig';
import { isIgnoredWhenLoaded } from './documents/gitignore';
import { fixBytes } from './fixBytes';
import { inSearch } from './inSearch';
import type { Judged, Lint, Turn } from './judge';
import { kindOfDocument, notJudged } from './lint';
import type { LintContext, LintDocument } from './lintContext';
import type { FileBytes, OpenDocument, Settings, Workspace } from './workspace';

export interface CheckerParts {
  workspace: Workspace;
  /** What holds where no configuration says more. */
  settings(uri: string): Settings | Promise<Settings>;
  locale: Locale;
  /** ISO date. */
  today(): string;
  lint: Lint;
  /** Before what configurations and settings say. */
  profile?: Profile;
  /** Who says which configuration holds for a document, instead of the search for the nearest one. */
  findConfig?(uri: string): ConfigText | undefined | Promise<ConfigText | undefined>;
  /** Who says which baseline holds for a document, instead of its configuration. */
  findBaseline?(uri: string): BaselineText | undefined;
  /** Told of the configuration of each document that is checked. */
  uses?(config: ConfigText): void;
  /** As `LintContext` has them. */
  judging?: Pick<LintContext, 'group' | 'inlineSuppressions' | 'assessing'>;
}

/** A document's findings, and how they came about. */
export interface Checked extends Pick<Judged, 'lacking'> {
  /** Undefined: no deployment file, or the checks are switched off. */
  kind: Kind | undefined;
  findings: Finding[];
  satisfied: Satisfied[];
  /** Works out what *Harden this service* adds to an open document beyond what is reported. */
  hardening?: Judged['hardening'];
  ms: number;
  profile: Profile;
  /** Why it could not be judged. */
  failed?: Failure;
  /** Its bytes were understood in part, and are not written. */
  undecoded: boolean;
  /** The configuration that holds for it. */
  config?: HeldConfig;
  /** That configuration leaves it out: it was not judged. */
  isLeftOut: boolean;
  /** Where the checker is for assessments. */
  described?: Described;
  /** What it was compared with. */
  baseline?: HeldBaseline;
  /** What the baseline has of it, and is there no longer. */
  absent: KnownFinding[];
  /** Addresses that the answer rests on, folders with a slash behind them. */
  dependsOn: ReadonlySet<string>;
}

/** A configuration, and how it sees the document. */
export type HeldConfig = ConfigText & ReadConfig;

export interface Checker {
  check(document: OpenDocument | FileBytes): Promise<Checked>;
  /**
   * A file that a search found, as it is now; undefined: it is no deployment file, is gone, or git
   * ignores it.
   */
  checkFound(uri: string): Promise<Checked | undefined>;
  /**
   * Whether a search that found the file takes it for a deployment file.
   * @param read asked where the name does not say enough
   */
  isFound(uri: string, read: () => Promise<Pick<FileText, 'text'> | null | undefined>): Promise<boolean>;
  /**
   * Makes a file's fixes, round after round until nothing is left; without `unsafe` those alone that
   * change no behaviour.
   */
  fixAll(file: FileBytes, how: { unsafe: boolean }): Promise<Fixed>;
  /** A document that is closed. */
  forget(uri: string): void;
  /**
   * What rests on these addresses, folders with a slash behind them, is judged again; without
   * addresses all.
   */
  forgetDependents(addresses?: readonly string[]): void;
}

/** A file as it would be written, and how often that took a fix. */
export interface Fixed {
  bytes: Uint8Array;
  count: number;
  before: Checked;
  after: Checked;
}

interface Entry {
  version: number;
  checked: Promise<Checked>;
  /** What the answer rests on; absent while it is worked out. */
  dependsOn?: ReadonlySet<string>;
}

export function createChecker(parts: CheckerParts): Checker {
  const { workspace, settings, locale, today, lint, findConfig, findBaseline, judging } = parts;
  const cache = new Map<string, Entry>();
  const { known: text, knownFolder: folder, isEditable, isKnown, load } = workspace;
  const files = { text, folder, isEditable, isKnown, load };

  /** Undefined: it became obsolete meanwhile. */
  const lintText = async (
    document: LintDocument,
    { turn = {}, judge = lint }: { turn?: Turn; judge?: Lint } = {},
  ): Promise<Checked | undefined> => {
    const { uri, text, undecoded = isDamaged(text) } = document;
    const dependsOn = new Set<string>();
    const setting = await settings(uri);
    const asking = {
      ...workspace,
      text: (other: string) => {
        dependsOn.add(other);
        return workspace.text(other);
      },
    };
    const nothing = {
      ...{ kind: undefined, findings: [], satisfied: [], ms: 0 },
      ...{ undecoded, isLeftOut: false, dependsOn, absent: [] },
    };
    if (!setting.enabled) return { ...nothing, profile: setting.profile };
    const found = await (findConfig ? findConfig(uri) : nearestConfigText(uri, asking));
    if (found) parts.uses?.(found);
    const config = found && { ...found, ...configOf(found) };
    const held = config && configFor(config.config, config.path);
    // Who writes a configuration means to be judged by the whole checklist.
    const profile = parts.profile ?? held?.profile ?? (config ? 'mlps3' : setting.profile);
    const kind = kindOfDocument(document);
    const isLeftOut = config !== undefined && !held;
    const answer = { ...nothing, kind, profile, isLeftOut, ...(config && { config }) };
    if (!kind || isLeftOut) return answer;
    const named = findBaseline ? findBaseline(uri) : config && (await baselineNamedBy(config, asking.text));
    const baseline = named && holdBaseline(named);
    const context = {
      ...judging,
      ...(baseline?.baseline && { baseline: baseline.known }),
      files,
      folder: workspace.folderOf(uri),
      base: workspace.base,
      config: held && { ...held, profile },
      locale,
      profile,
      // Somebody looks at it, and is shown less than all.
      hardening: turn.isOpen === true && profile !== 'mlps3',
      today: today(),
    };
    const result = await judge({ uri, text, kind, undecoded }, context, turn);
    if (!result) return undefined;
    for (const other of result.dependsOn) dependsOn.add(other);
    const { satisfied, ms, failed, hardening, lacking, absent = [], described } = result;
    const findings = kindRow(kind).hasNoLines ? result.findings.map(atStart) : result.findings;
    // What the smaller profile does not look for is not gone.
    const isSameProfile = baseline?.baseline?.profiles.includes(profile) === true;
    return {
      ...{ ...answer, findings, satisfied, ms, absent: isSameProfile ? absent : [] },
      ...(hardening && { hardening, lacking }),
      ...(failed && { failed }),
      ...(baseline && { baseline }),
      ...(described && { described }),
    };
  };
  const checkFile = async (uri: string, { text, encoding }: Pick<FileText, 'text' | 'encoding'>): Promise<Checked> =>
    (await lintText({ uri, text, undecoded: encoding === 'unknown' }))!;
  const isIgnored = async (uri: string): Promise<boolean> =>
    !(await settings(uri)).checkIgnored && isIgnoredWhenLoaded(uri, workspace);
  const isFound: Checker['isFound'] = (uri, read) =>
    inSearch(uri, { isIgnored, text: async () => (await read())?.text });
  const entryOf = (document: OpenDocument) => {
    const known = cache.get(document.uri);
    if (known?.version === document.version) return known;
    const { version } = document;
    const linted = lintText(lintDocument(document), {
      turn: { isOpen: true, isObsolete: () => document.version !== version },
    });
    // Whoever asked for a version that is no more gets the one that is.
    const entry: Entry = { version, checked: linted.then((checked) => checked ?? checkOpen(document)) };
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
  const lookAgain = (uri: string) => {
    const changed = workspace.forgetChanged(cache.get(uri)?.dependsOn ?? []);
    if (changed.length > 0) forgetDependents(changed);
  };
  const checkOpen = (document: OpenDocument): Promise<Checked> => {
    lookAgain(document.uri);
    return entryOf(document).checked;
  };
  return {
    check: (document) =>
      'bytes' in document ? checkFile(document.uri, decodeText(document.bytes)) : checkOpen(document),
    checkFound: async (uri) => {
      let file: ReturnType<Workspace['read']> | undefined;
      const read = () => (file ??= workspace.read(uri));
      const content = (await isFound(uri, read)) ? await read() : null;
      if (content) return checkFile(uri, content);
      return content === null ? undefined : lintText({ uri, text: '' }, { judge: unread });
    },
    isFound,
    fixAll: async ({ uri, bytes }, { unsafe }) => {
      const before = await checkFile(uri, decodeText(bytes));
      return { before, ...(await fixBytes(bytes, before, { unsafe, judge: (file) => checkFile(uri, file) })) };
    },
    forget: (uri) => void cache.delete(uri),
    forgetDependents,
  };
}

/** What a search found and nobody can read is not passed over in silence. */
const unread: Lint = async (document, context) => ({
  ...notJudged(document, fault('file-not-read', { mb: MAX_FILE_MB }), context),
  ms: 0,
});

const START = { line: 0, character: 0 };

const atStart = (finding: Finding): Finding => ({ ...finding, range: { start: START, end: START } });

const lintDocument = (document: OpenDocument): LintDocument => ({
  uri: document.uri,
  text: document.getText(),
  languageId: document.languageId,
});
