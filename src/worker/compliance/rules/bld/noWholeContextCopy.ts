/** MLPS-BLD-010: keys and history do not slip into an image with the rest of the folder. */
import type { DockerInstruction } from '../../documents/dockerfile/dockerfile';
import { type IgnoreFile, ignoreFileOf, parseDockerignore } from '../../documents/dockerfile/dockerignore';
import { unquote } from '../../documents/dockerfile/dockerWords';
import { appendLines } from '../../documents/text/lines';
import type { Edit } from '../../model/value';
import type { Rule } from '../rule';

/** Samples of what must stay out, and the pattern that keeps it out. */
const SENSITIVE: readonly [sample: string, pattern: string][] = [
  ['.git', '.git'],
  ['.env', '.env*'],
  ['.env.local', '.env*'],
  ['server.pem', '*.pem'],
  ['id_rsa', 'id_*'],
];

export const noWholeContextCopy: Rule = {
  id: 'MLPS-BLD-010',
  name: 'no-whole-context-copy',
  severity: 'info',
  profile: 'mlps3',
  kinds: ['dockerfile'],
  clauses: ['~8.1.4.8 b'],
  highRisk: ['~6.4.5.2'],
  triggers: ['~A-25'],
  rows: [],
  peers: ['DL3067', 'S6470', 'CopyIgnoredFile'],
  title: { en: 'Do not copy the whole folder unseen', 'zh-cn': '不得不加筛选地复制整个目录' },
  why: {
    en: 'COPY . takes everything that happens to lie in the folder: passwords in .env, keys, the whole history in .git. Whoever pulls the image has them.',
    'zh-cn': 'COPY . 会带上目录中的一切：.env 里的密码、密钥、.git 里的全部历史。拉取镜像的人就能得到它们。',
  },
  remedy: {
    en: 'Name the folders that are needed (`COPY src/ src/`), or keep the rest out by a `.dockerignore` with the lines `.git`, `.env*`, `*.pem`, `id_*`.',
    'zh-cn':
      '写明需要的目录（`COPY src/ src/`），或用 `.dockerignore` 排除其余部分，至少包含 `.git`、`.env*`、`*.pem`、`id_*`。',
  },
  messages: {
    create: {
      en: 'Create a .dockerignore that keeps {missing} out (check that the build needs none of it)',
      'zh-cn': '创建排除 {missing} 的 .dockerignore（请确认构建不需要它们）',
    },
    extend: {
      en: 'Keep {missing} out by .dockerignore (check that the build needs none of it)',
      'zh-cn': '在 .dockerignore 中排除 {missing}（请确认构建不需要它们）',
    },
    noFile: {
      en: 'This copies the whole folder, and no .dockerignore keeps {missing} out. Write one, or name what is needed.',
      'zh-cn': '此处复制整个目录，而没有 .dockerignore 排除 {missing}。请编写该文件，或写明需要的内容。',
    },
    gaps: {
      en: 'This copies the whole folder, and .dockerignore lets {missing} through. Add it there, or name what is needed.',
      'zh-cn': '此处复制整个目录，而 .dockerignore 未排除 {missing}。请在其中添加，或写明需要的内容。',
    },
    also: { en: 'This copies the whole folder too.', 'zh-cn': '此处也复制整个目录。' },
  },
  check: {
    dockerfile(file, { report, files }) {
      if (/\.(md|markdown)$/i.test(file.uri)) return;
      const copies = file.stages.flatMap((stage) =>
        stage.instructions.flatMap((outer) => {
          const copy = outer.trigger ?? outer;
          const source = wholeContext(copy);
          return source ? { source, left: excludes(copy), ships: file.chain.includes(stage) } : [];
        }),
      );
      if (copies.length === 0) return;
      const ignored = ignoreFileOf(file.uri, files);
      if (ignored === undefined) return;
      const ignores = parseDockerignore(ignored.text ?? '');
      const open = SENSITIVE.filter(([sample]) => !ignores(sample));
      const bare = copies
        .map(({ source, left, ships }) => ({
          source,
          ships,
          missing: open.filter(([sample]) => !left(sample)).map(([, pattern]) => pattern),
        }))
        .filter(({ missing }) => missing.length > 0)
        .toSorted((a, b) => Number(b.ships) - Number(a.ships));
      const [first, ...others] = bare;
      if (!first) return;
      const missing = [...new Set(bare.flatMap((copy) => copy.missing))];
      report({
        place: first.source.place,
        message: ignored.text === null ? 'noFile' : 'gaps',
        data: { missing: missing.join(', ') },
        severity: first.ships ? undefined : 'hint',
        related: others.map(({ source }) => ({ place: source.place, message: 'also' })),
        fixes: () => [
          { safe: false, title: ignored.text === null ? 'create' : 'extend', edits: withLines(ignored, missing) },
        ],
      });
    },
  },
};

/** `**` reaches the folders below too. */
const withLines = ({ uri, text }: IgnoreFile, missing: readonly string[]): Edit[] =>
  appendLines(
    uri,
    text,
    missing.map((line) => `**/${line}`),
  );

/** What `--exclude=` leaves out. */
const excludes = ({ flags }: DockerInstruction) =>
  parseDockerignore(flags.flatMap((f) => (f.name === 'exclude' && f.value ? [f.value] : [])).join('\n'));

/** The source that is the folder itself. */
function wholeContext({ keyword, flags, json, words }: DockerInstruction) {
  if ((keyword !== 'COPY' && keyword !== 'ADD') || flags.some((f) => f.name === 'from')) return undefined;
  return (json ?? words)
    .slice(0, -1)
    .find((w) => /^(\.?\/?\.?|\*|\.\/\*)$/.test(unquote(w.text)) && unquote(w.text) !== '');
}
