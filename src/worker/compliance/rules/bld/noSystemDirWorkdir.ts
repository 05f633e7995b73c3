/** MLPS-BLD-011: the application lives in a directory of its own. */
import { type DockerInstruction, unquote } from '../../documents/dockerfile';
import { isWithin, normalHostPath } from '../../model/mount';
import type { Rule } from '../rule';

const SYSTEM = ['/proc', '/sys', '/dev', '/boot'];

export const noSystemDirWorkdir: Rule = {
  id: 'MLPS-BLD-011',
  name: 'no-system-dir-workdir',
  severity: 'warning',
  profile: 'recommended',
  kinds: ['dockerfile', 'compose'],
  clauses: ['8.1.4.2 e'],
  rows: [],
  peers: ['DS-0030'],
  title: { en: 'Keep out of system directories', 'zh-cn': '不得使用系统目录' },
  why: {
    en: "/proc, /sys, /dev and /boot are the kernel's. Files put there are hidden at run time or reach into the host.",
    'zh-cn': '/proc、/sys、/dev、/boot 属于内核。放在其中的文件运行时会被遮盖,或影响到主机。',
  },
  remedy: { en: "Use a directory of the application's own, such as /app or /srv.", 'zh-cn': '请使用应用自己的目录,如 /app 或 /srv。' },
  messages: {
    system: {
      en: "{path} is a system directory. Use one of the application's own, such as /app.",
      'zh-cn': '{path} 是系统目录。请使用应用自己的目录,如 /app。',
    },
  },
  check: {
    dockerfile(file, { report }) {
      for (const stage of file.stages) {
        let at = '/';
        for (const instruction of stage.instructions) {
          for (const { text, place } of targetsOf(instruction)) {
            const written = unquote(text);
            if (written.includes('$')) {
              if (instruction.keyword === 'WORKDIR') at = '/unknown';
              continue;
            }
            const path = normalHostPath(written.startsWith('/') ? written : `${at}/${written}`);
            if (instruction.keyword === 'WORKDIR') at = path;
            if (SYSTEM.some((s) => isWithin(path, s))) report({ place, message: 'system', data: { path } });
          }
        }
      }
    },
  },
};

function targetsOf({ keyword, words, json }: DockerInstruction) {
  const items = json ?? words;
  if (keyword === 'WORKDIR' || keyword === 'VOLUME') return items;
  return keyword === 'COPY' || keyword === 'ADD' ? items.slice(-1) : [];
}
