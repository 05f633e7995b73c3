/** MLPS-BLD-004: ADD only for archives, and downloads only with a checksum. */
import { unquote } from '../../documents/dockerfile';
import type { Rule } from '../rule';

/** `.gz` may or may not be a tar: silent. */
const ARCHIVE = /\.(tar|tgz|tbz2?|txz|tzst|gz|bz2|xz|zst|lzma|Z)(\.\w+)?$/i;
const REMOTE = /^https?:\/\//i;
const GIT = /^(git@|git:\/\/|ssh:\/\/|https?:\/\/[^\s]+\.git(#|$))/i;

export const safeAdd: Rule = {
  id: 'MLPS-BLD-004',
  name: 'safe-add',
  severity: 'warning',
  profile: 'recommended',
  kinds: ['dockerfile', 'compose'],
  clauses: ['8.1.4.7 a'],
  rows: [],
  peers: ['DL3020', 'DS-0005', 'CKV_DOCKER_4', 'Add Instead of Copy', 'prefer-copy-over-add', 'S7029', 'CIS 4.9', 'DI-0009'],
  title: { en: 'Use COPY, and ADD only with a checksum', 'zh-cn': '使用 COPY;ADD 下载须带校验和' },
  why: {
    en: 'ADD downloads and unpacks without being asked. What a server sends at build time is in the image, checked by nobody.',
    'zh-cn': 'ADD 会自动下载和解包。构建时服务器返回的内容未经校验就进入镜像。',
  },
  remedy: {
    en: 'Use COPY for files of the context. Give a download `--checksum=sha256:…`, and a git source a commit.',
    'zh-cn': '上下文中的文件请用 COPY。下载请加 `--checksum=sha256:…`,git 来源请写明提交。',
  },
  messages: {
    copy: { en: 'This only copies. Use COPY, which never downloads or unpacks.', 'zh-cn': '此处只是复制。请使用不会下载或解包的 COPY。' },
    checksum: {
      en: 'What {source} sends goes into the image unchecked. Add --checksum=sha256: with the known sum.',
      'zh-cn': '{source} 返回的内容未经校验就进入镜像。请添加 --checksum=sha256: 及已知校验和。',
    },
    commit: { en: 'A branch of {source} can change. Name the commit behind #.', 'zh-cn': '{source} 的分支会变化。请在 # 后写明提交。' },
    useCopy: { en: 'Use COPY', 'zh-cn': '改用 COPY' },
  },
  check: {
    dockerfile(file, { report }) {
      for (const outer of file.instructions) {
        const add = outer.trigger ?? outer;
        if (add.keyword !== 'ADD') continue;
        const sources = (add.json ?? add.words).slice(0, -1).map((w) => ({ ...w, text: unquote(w.text) }));
        if (sources.length === 0 || sources.some((s) => s.text.includes('$'))) continue;
        const checked = add.flags.some((f) => f.name === 'checksum');
        const plain = sources.every(({ text }) => !ARCHIVE.test(text) && !REMOTE.test(text) && !GIT.test(text));
        if (plain) {
          const own = add.flags.every((f) => ['chown', 'chmod', 'link', 'exclude'].includes(f.name));
          const edits = own ? [{ ...add.keywordPlace, newText: 'COPY' }] : undefined;
          report({ place: add.keywordPlace, message: 'copy', fixes: [{ safe: true, title: 'useCopy', edits }] });
        }
        for (const { text: source, place } of sources) {
          if (GIT.test(source) ? !/#[0-9a-f]{40}(:|$)/.test(source) && !checked : false)
            report({ place, message: 'commit', data: { source } });
          else if (REMOTE.test(source) && !GIT.test(source) && !checked) report({ place, message: 'checksum', data: { source } });
        }
      }
    },
  },
};
