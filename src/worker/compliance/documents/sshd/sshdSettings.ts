/**
 * What an SSH server is told: its directives in order, with those of the files that it includes
 * (fact T21).
 */
import type { WorkspaceFiles } from '../../files';
import type { Place } from '../../model/value';
import { valueIn } from '../../valueIn';
import { parseSshdConfig, type SshdDirective, type SshdWord } from './sshdConfig';
import { includedFiles, isSshdFragment } from './sshdInclude';

export interface SshdSetting {
  /** In small letters, by its present name. */
  keyword: string;
  keywordPlace: Place;
  /** The first word, or nothing. */
  value: SshdWord | undefined;
  words: SshdWord[];
  /**
   * The `Match` criteria that it holds under, the same array for all of one block; undefined: it is
   * said to all.
   */
  criteria: SshdWord[] | undefined;
  /** Behind `Match`, also `Match all`: it goes before what stands outside of blocks. */
  isInBlock: boolean;
}

export interface SshdSettings {
  uri: string;
  text: string;
  settings: readonly SshdSetting[];
  /**
   * Whether the file can be said to lack something: no part of another file, all that it includes
   * was read.
   */
  isComplete: boolean;
  /** What the file itself includes for all connections and is not in sight. */
  unread: readonly SshdWord[];
  /** A page shows it to people: what else the file holds is left to them. */
  isShown?: boolean;
}

/** What sshd(8) still takes for another keyword. */
const RENAMED: Record<string, string> = {
  challengeresponseauthentication: 'kbdinteractiveauthentication',
  skeyauthentication: 'kbdinteractiveauthentication',
  pubkeyacceptedkeytypes: 'pubkeyacceptedalgorithms',
  hostbasedacceptedkeytypes: 'hostbasedacceptedalgorithms',
};

/** sshd's own bound on includes within includes. */
const MAX_DEPTH = 16;
const MAX_FILES = 64;
/** Lines of a template language, which may write any setting. */
const TEMPLATE = /\{\{|\{%|<%|\$\{|^[ \t]*%/m;

/** Never throws. */
export function readSshdSettings(uri: string, text: string, files: WorkspaceFiles): SshdSettings {
  const settings: SshdSetting[] = [];
  const unread: SshdWord[] = [];
  let isComplete = !isSshdFragment(uri) && !TEMPLATE.test(text);
  let left = MAX_FILES;
  const add = (at: string, written: string, around: Scope, depth: number): void => {
    let match: SshdDirective | undefined;
    let scope = around;
    for (const { keyword, keywordPlace, words, match: own } of parseSshdConfig(at, written).directives) {
      if (own && own !== match) scope = scopeOf(own, around);
      match = own;
      if (keyword !== 'include') {
        settings.push({
          keyword: valueIn(RENAMED, keyword) ?? keyword,
          keywordPlace,
          value: words[0],
          words,
          ...scope,
        });
        continue;
      }
      for (const word of words) {
        const addresses = depth < MAX_DEPTH ? includedFiles(at, word.text, files) : undefined;
        if (!addresses && !scope.criteria) isComplete = false;
        if (!addresses && !scope.criteria && depth === 0) unread.push(word);
        for (const address of addresses ?? []) {
          const included = left-- > 0 ? files.text(address) : undefined;
          if (typeof included === 'string' && included.length < 1_000_000) add(address, included, scope, depth + 1);
          else if (!scope.criteria) isComplete = false;
        }
      }
    }
  };
  add(uri, text, { criteria: undefined, isInBlock: false }, 0);
  return { uri, text, settings, isComplete, unread };
}

type Scope = Pick<SshdSetting, 'criteria' | 'isInBlock'>;

/** `Match all` restricts nothing. */
function scopeOf({ words }: SshdDirective, { criteria }: Scope): Scope {
  const isAll = words.length === 1 && words[0]!.text.toLowerCase() === 'all';
  return { criteria: isAll ? criteria : [...(criteria ?? []), ...words], isInBlock: true };
}

/** What holds for a connection that no `Match` block singles out: the first value wins. */
export function generalSetting({ settings }: SshdSettings, keyword: string): SshdSetting | undefined {
  const general = settings.filter((s) => s.keyword === keyword && !s.criteria);
  return general.find((s) => s.isInBlock) ?? general[0];
}

/**
 * The same for a keyword that only the whole server has: sshd does not start where a block with
 * criteria sets it, and `Match all` goes before nothing.
 */
export const serverSetting = ({ settings }: SshdSettings, keyword: string): SshdSetting | undefined =>
  settings.find((s) => s.keyword === keyword && !s.criteria);

/**
 * What holds instead under the criteria of `Match` blocks: the first value of each block that no
 * `Match all` goes before.
 */
export function exceptionsTo({ settings }: SshdSettings, keyword: string): SshdSetting[] {
  const seen = new Set<SshdSetting['criteria']>();
  const out: SshdSetting[] = [];
  for (const setting of settings) {
    if (setting.keyword !== keyword || !setting.isInBlock) continue;
    if (!setting.criteria) break;
    if (!seen.has(setting.criteria)) out.push(setting);
    seen.add(setting.criteria);
  }
  return out;
}
