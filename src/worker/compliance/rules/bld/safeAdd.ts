/** MLPS-BLD-004: ADD only for archives, and downloads only with a checksum. */
import type { DockerInstruction } from '../../documents/dockerfile/dockerfile';
import { unquote } from '../../documents/dockerfile/dockerWords';
import { knownDigest } from '../../documents/dockerfile/knownDigest';
import { scopeOf } from '../../documents/dockerfile/scopes';
import { isSignature, isSignatureChecked } from '../../documents/dockerfile/signature';
import type { Dockerfile } from '../../documents/dockerfile/stages';
import { knowsSyntax } from '../../documents/dockerfile/syntaxVersion';
import { interpolate } from '../../model/interpolate';
import { type Edit, type Place, UNKNOWN } from '../../model/value';
import type { Rule } from '../rule';

/** `.gz` may or may not be a tar: silent. */
const ARCHIVE = /\.(tar|tgz|tbz2?|txz|tzst|gz|bz2|xz|zst|lzma|Z)(\.\w+)?$/i;
/**
 * A pattern that ends so may take archives; builders know them by their content, whatever the name.
 */
const OPEN_END = /[*?\]][^/.]*$/;
/** A folder is copied as it is, and so is a file of a text's or program's own kind. */
const SURE = /(?:^|\/)\.{0,2}\/?$|\.[A-Za-z][A-Za-z0-9_-]*$/;
const REMOTE = /^https?:\/\//i;
const GIT = /^(git@|git:\/\/|ssh:\/\/|https?:\/\/[^\s?#]+\.git([?#]|$))/i;
/** Behind `#`, or as the query that newer builders know. */
const COMMIT = /#[0-9a-f]{40}(:|$)|[?&](?:commit|checksum)=[0-9a-f]{40}/;

export const safeAdd: Rule = {
  id: 'MLPS-BLD-004',
  name: 'safe-add',
  severity: 'warning',
  profile: 'recommended',
  kinds: ['dockerfile', 'compose'],
  clauses: ['~8.1.4.7 a'],
  rows: [],
  peers: [
    'DL3020',
    'DS-0005',
    'CKV_DOCKER_4',
    'Add Instead of Copy',
    'prefer-copy-over-add',
    'S7029',
    'CIS 4.9',
    'DI-0009',
  ],
  title: { en: 'Use COPY, and ADD only with a checksum', 'zh-cn': '使用 COPY；ADD 下载须带校验和' },
  why: {
    en: 'ADD downloads and unpacks without being asked. What a server sends at build time is in the image, checked by nobody.',
    'zh-cn': 'ADD 会自动下载和解包。构建时服务器返回的内容未经校验就进入镜像。',
  },
  remedy: {
    en: 'Use COPY for files of the context. Give a download `--checksum=sha256:…`, and a git source a commit.',
    'zh-cn': '上下文中的文件请用 COPY。下载请加 `--checksum=sha256:…`，git 来源请写明提交。',
  },
  messages: {
    copy: {
      en: 'This only copies. Use COPY, which never downloads or unpacks.',
      'zh-cn': '此处只是复制。请使用不会下载或解包的 COPY。',
    },
    open: {
      en: 'What {source} takes may hold archives, and ADD unpacks every one. Use COPY if this only copies.',
      'zh-cn': '{source} 匹配的文件中可能有归档，而 ADD 会逐个解包。如果只是复制，请使用 COPY。',
    },
    checksum: {
      en: 'What {source} sends goes into the image unchecked. Add --checksum=sha256: with the known sum.',
      'zh-cn': '{source} 返回的内容未经校验就进入镜像。请添加 --checksum=sha256：及已知校验和。',
    },
    late: {
      en: 'What {source} sends is checked only after it is in a layer. Let ADD check it: --checksum=sha256: with the sum below.',
      'zh-cn': '{source} 返回的内容写入镜像层之后才校验。请由 ADD 校验：--checksum=sha256：加上下文中的校验和。',
    },
    addChecksum: {
      en: 'Add --checksum with the sum that this file tells (needs Dockerfile syntax 1.6)',
      'zh-cn': '用本文件中已有的校验和添加 --checksum（需要 Dockerfile 语法 1.6）',
    },
    commit: {
      en: 'A branch of {source} can change. Name the commit behind #.',
      'zh-cn': '{source} 的分支会变化。请在 # 后写明提交。',
    },
    useCopy: { en: 'Use COPY', 'zh-cn': '改用 COPY' },
  },
  check: {
    dockerfile(file, { report }) {
      for (const stage of file.stages) {
        for (const outer of stage.instructions) {
          const add = outer.trigger ?? outer;
          if (add.keyword !== 'ADD') continue;
          const variable = add.words.some((w) => w.text.includes('$'));
          const lookup = variable ? scopeOf(file, stage, outer) : () => undefined;
          const sources = (add.json ?? add.words).slice(0, -1).map(({ text, place }): Source => {
            const written = unquote(text);
            return { written, resolved: interpolate(written, lookup, '\\'), place };
          });
          const unpacks = add.flags.some((f) => f.name === 'unpack' && f.value !== 'false');
          if (!unpacks && sources.length > 0 && sources.every(isPlain)) {
            const own = add.flags.every((f) => ['chown', 'chmod', 'link', 'exclude'].includes(f.name));
            const edits = () => (own ? [{ ...add.keywordPlace, newText: 'COPY' }] : undefined);
            const open = sources.find(({ resolved }) => OPEN_END.test(resolved));
            report({
              place: add.keywordPlace,
              message: open ? 'open' : 'copy',
              severity: open && 'info',
              data: { source: open?.written ?? '' },
              fixes: () => [{ safe: sources.every(isSurelyPlain), title: 'useCopy', edits: edits() }],
            });
          }
          const checked = add.flags.some((f) => f.name === 'checksum');
          for (const { written, resolved, place } of checked ? [] : sources) {
            const message = GIT.test(resolved)
              ? COMMIT.test(resolved)
                ? undefined
                : 'commit'
              : REMOTE.test(resolved)
                ? 'checksum'
                : undefined;
            if (!message || (message === 'commit' && resolved.includes(UNKNOWN))) continue;
            if (isSignature(resolved) || isSignatureChecked(file, stage, outer, written)) continue;
            const known = message === 'checksum' ? knownDigest(file, stage, outer) : undefined;
            const fixes = () => [
              { safe: false, title: 'addChecksum', edits: known && withChecksum(file, add, known.sum) },
            ];
            const late = known?.checkedLater;
            const profile = STATE.test(resolved) ? 'mlps3' : undefined;
            const severity = late ? 'info' : undefined;
            report({ place, message: late ? 'late' : message, severity, profile, data: { source: written }, fixes });
          }
        }
      }
    },
  },
};

/** Undefined where the frontend is pinned below 1.6, or is another one. */
function withChecksum(file: Dockerfile, { flags, words, place }: DockerInstruction, sum: string): Edit[] | undefined {
  const first = flags[0]?.place ?? words[0]?.place;
  if (!first || !knowsSyntax(file, 6)) return undefined;
  return [{ uri: place.uri, start: first.start, end: first.start, newText: `--checksum=sha256:${sum} ` }];
}

/**
 * Tells where a branch stands, so that the layers below are built anew when it moved; nothing is
 * taken out of it.
 */
const STATE = /^https:\/\/api\.github\.com\/repos\/[^/]+\/[^/]+\/(?:git\/refs?|git\/|commits|compare|branches)/;

interface Source {
  written: string;
  /** With variables filled in. */
  resolved: string;
  place: Place;
}

/** The value of a variable may come from outside, and a name without an ending may be anything. */
const isSurelyPlain = ({ written, resolved }: Source): boolean =>
  !written.includes('$') && !OPEN_END.test(resolved) && SURE.test(resolved);

/**
 * A file or folder of the context that is no archive; a here-document too. What begins or ends with
 * an unknown variable may be either.
 */
const isPlain = ({ resolved }: Source): boolean =>
  !ARCHIVE.test(resolved) &&
  !REMOTE.test(resolved) &&
  !GIT.test(resolved) &&
  !resolved.startsWith(UNKNOWN) &&
  !resolved.endsWith(UNKNOWN);
