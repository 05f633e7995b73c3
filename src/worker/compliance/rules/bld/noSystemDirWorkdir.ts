/** MLPS-BLD-011: the application lives in a directory of its own. */
import type { DockerInstruction } from '../../documents/dockerfile/dockerfile';
import { unquote } from '../../documents/dockerfile/dockerWords';
import { scopeOf } from '../../documents/dockerfile/scopes';
import type { Stage } from '../../documents/dockerfile/stages';
import { interpolate } from '../../model/interpolate';
import { isWithin, normalHostPath } from '../../model/mount';
import { UNKNOWN } from '../../model/value';
import type { Rule } from '../rule';

const SYSTEM = ['/proc', '/sys', '/dev', '/boot'];

export const noSystemDirWorkdir: Rule = {
  id: 'MLPS-BLD-011',
  name: 'no-system-dir-workdir',
  severity: 'warning',
  profile: 'recommended',
  kinds: ['dockerfile', 'compose'],
  wider: { en: 'Devices that VOLUME names.', 'zh-cn': 'VOLUME 中写的设备。' },
  clauses: ['~8.1.4.2 e'],
  rows: [],
  peers: ['DS-0030'],
  title: { en: 'Keep out of system directories', 'zh-cn': '不得使用系统目录' },
  why: {
    en: "/proc, /sys, /dev and /boot are the kernel's. Files put there are hidden at run time or reach into the host.",
    'zh-cn': '/proc、/sys、/dev、/boot 属于内核。放在其中的文件运行时会被遮盖，或影响到主机。',
  },
  remedy: {
    en: "Use a directory of the application's own, such as /app or /srv.",
    'zh-cn': '请使用应用自己的目录，如 /app 或 /srv。',
  },
  messages: {
    system: {
      en: "{path} is a system directory. Use one of the application's own, such as /app.",
      'zh-cn': '{path} 是系统目录。请使用应用自己的目录，如 /app。',
    },
  },
  check: {
    dockerfile(file, { report }) {
      const ends = new Map<Stage, string>();
      for (const stage of file.stages) {
        let at = (stage.base && ends.get(stage.base)) ?? '/';
        for (const outer of stage.instructions) {
          const instruction = outer.trigger ?? outer;
          const moves = instruction.keyword === 'WORKDIR';
          for (const { text, place } of targetsOf(instruction)) {
            const written = text.includes('$')
              ? interpolate(unquote(text), scopeOf(file, stage, outer), '\\')
              : unquote(text);
            const path =
              written.includes(UNKNOWN) || /^[A-Za-z]:/.test(written)
                ? undefined
                : normalHostPath(written.startsWith('/') ? written : `${at}/${written}`);
            // What is only relative to a system directory was reported where that directory was
            // entered.
            const entered = !moves && inSystem(at) && !written.startsWith('/') && !written.startsWith('..');
            if (path !== undefined && inSystem(path) && !entered) {
              // Tells which devices of the host are to be given to the container.
              const profile = instruction.keyword === 'VOLUME' && path.startsWith('/dev/') ? 'mlps3' : undefined;
              report({ place, message: 'system', data: { path }, profile });
            }
            if (moves && outer === instruction) at = path !== undefined && path.length < PATH_MAX ? path : '/unknown';
          }
        }
        ends.set(stage, at);
      }
    },
  },
};

/** No path of Linux is longer (limits.h). */
const PATH_MAX = 4096;

const inSystem = (path: string): boolean => SYSTEM.some((s) => isWithin(path, s));

function targetsOf({ keyword, words, json }: DockerInstruction) {
  const items = json ?? words;
  if (keyword === 'WORKDIR' || keyword === 'VOLUME') return items;
  return keyword === 'COPY' || keyword === 'ADD' ? items.slice(-1) : [];
}
