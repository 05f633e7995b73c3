/** MLPS-SEC-005: no file that holds a secret is copied into an image. */
import type { DockerInstruction } from '../../documents/dockerfile/dockerfile';
import { unquote } from '../../documents/dockerfile/dockerWords';
import type { Dockerfile } from '../../documents/dockerfile/stages';
import { isSecretFile } from '../../model/secretFile';
import type { Rule } from '../rule';

const PRIVATE_KEY = /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----/;

export const noSecretFileInImage: Rule = {
  id: 'MLPS-SEC-005',
  name: 'no-secret-file-in-image',
  severity: 'error',
  profile: 'recommended',
  kinds: ['dockerfile', 'compose'],
  clauses: ['8.1.4.8 b', '~8.1.4.10 a'],
  highRisk: ['6.4.5.2'],
  triggers: ['A-25'],
  rows: [],
  peers: ['DS-0031', 'DI-0010', 'DKL-LI-0003'],
  title: { en: 'Copy no secret files into the image', 'zh-cn': '不得将机密文件复制进镜像' },
  why: {
    en: 'A file in a layer stays there: everybody who can pull the image can read it, even when a later layer deletes it.',
    'zh-cn': '文件一旦写入镜像层就会一直存在：能拉取镜像的人都能读取，即使后续层将其删除。',
  },
  remedy: {
    en: 'Use `RUN --mount=type=secret,id=…` for the build, mount the file at run time, and name it in .dockerignore.',
    'zh-cn': '构建时使用 `RUN --mount=type=secret,id=…`，运行时再挂载该文件，并将其写入 .dockerignore。',
  },
  messages: {
    file: {
      en: '{file} usually holds secrets and would stay in the image. Mount it with --mount=type=secret, or at run time.',
      'zh-cn': '{file} 通常含有机密，会留在镜像中。请用 --mount=type=secret 挂载，或在运行时挂载。',
    },
    key: {
      en: 'A private key stands in this file and would stay in the image. Remove it, and replace the key: it was published.',
      'zh-cn': '此处写有私钥，会留在镜像中。请移除并更换该密钥，因为它已经暴露。',
    },
  },
  check: {
    dockerfile(file, { report }) {
      for (const stage of file.stages) {
        const severity = file.chain.includes(stage) ? undefined : 'warning';
        for (const instruction of stage.instructions.map((i) => i.trigger ?? i)) {
          const target = unquote((instruction.json ?? instruction.words).at(-1)?.text ?? '');
          for (const { text, place } of sourcesOf(instruction)) {
            if (isSecretFile(text, target) && !isImported(file, text))
              report({ place, message: 'file', severity, data: { file: text } });
          }
          const from = instruction.place.start;
          const match = PRIVATE_KEY.exec(file.text.slice(from - file.base, instruction.place.end - file.base));
          if (!match) continue;
          const start = from + match.index;
          report({ place: { uri: file.uri, start, end: start + match[0].length }, message: 'key', severity });
        }
      }
    },
  },
};

/** `apt-key add NAME`, `rpm --import NAME`: a key that signatures are checked with. */
function isImported({ instructions }: Dockerfile, path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return instructions.some(
    ({ keyword, args }) =>
      keyword === 'RUN' && /apt-key add|(?:rpm|rpmkeys) --import/.test(args.text) && args.text.includes(name),
  );
}

function sourcesOf({
  keyword,
  json,
  words,
  heredocs,
}: DockerInstruction): { text: string; place: { uri: string; start: number; end: number } }[] {
  if (keyword !== 'COPY' && keyword !== 'ADD') return [];
  const inline = new Set(heredocs.map(({ word }) => word));
  return (json ?? words)
    .slice(0, -1)
    .filter((word) => !inline.has(word))
    .map(({ text, place }) => ({ text: unquote(text), place }));
}
