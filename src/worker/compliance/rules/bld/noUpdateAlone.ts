/** MLPS-BLD-008: package lists are fetched in the same layer that uses them. */
import { placeIn } from '../../documents/script';
import type { ShellCommand } from '../../documents/shellTypes';
import { commandName } from '../../documents/shellWrappers';
import type { Rule } from '../rule';

const UPDATES: Record<string, string[]> = {
  'apt-get': ['update'],
  apt: ['update'],
  aptitude: ['update'],
  apk: ['update'],
  yum: ['update', 'makecache', 'check-update'],
  dnf: ['update', 'makecache', 'check-update'],
  microdnf: ['update'],
  zypper: ['refresh', 'ref', 'update', 'up'],
};
const USES = new Set([
  'install',
  'in',
  'add',
  'upgrade',
  'dist-upgrade',
  'full-upgrade',
  'build-dep',
  'reinstall',
  'dup',
  'download',
  'source',
  'groupinstall',
  'builddep',
]);

const verbOf = ({ words }: ShellCommand): string | undefined => words.slice(1).find((w) => !w.resolved.startsWith('-'))?.resolved;

export const noUpdateAlone: Rule = {
  id: 'MLPS-BLD-008',
  name: 'no-update-alone',
  severity: 'warning',
  profile: 'recommended',
  kinds: ['dockerfile'],
  clauses: ['8.1.4.4 e'],
  rows: [],
  peers: ['DL3009', 'DS-0017', 'CKV_DOCKER_5', 'Update Instruction Alone', 'CIS 4.7', 'DI-0007'],
  title: { en: 'Update and install in one RUN', 'zh-cn': '在同一 RUN 中更新并安装' },
  why: {
    en: 'A RUN that only updates is cached: later builds install from old lists, with the holes that were mended since.',
    'zh-cn': '只做更新的 RUN 会被缓存:以后的构建会按旧列表安装,带着早已修复的漏洞。',
  },
  remedy: {
    en: 'Write `apt-get update && apt-get install …` in one RUN.',
    'zh-cn': '在同一个 RUN 中写 `apt-get update && apt-get install …`。',
  },
  messages: {
    alone: {
      en: '{command} stands without an install in the same RUN, so its result ages in the cache. Join it with the RUN that installs.',
      'zh-cn': '{command} 所在的 RUN 没有随后安装软件,其结果会在缓存中过时。请与执行安装的 RUN 合并。',
    },
  },
  check: {
    script(script, { report }) {
      const mounts = script.run?.instruction.flags.filter((f) => f.name === 'mount') ?? [];
      if (!script.run || mounts.some((m) => /(\/var\/lib\/apt|\/var\/cache\/(apk|dnf|yum))/.test(m.value ?? ''))) return;
      for (const [i, command] of script.commands.entries()) {
        const name = commandName(command.words[0]) ?? '';
        const verb = verbOf(command);
        if (!verb || !UPDATES[name]?.includes(verb)) continue;
        const used = script.commands
          .slice(i + 1)
          .some((later) => UPDATES[commandName(later.words[0]) ?? ''] && USES.has(verbOf(later) ?? ''));
        const unsure = script.commands.slice(i + 1).some((later) => /\.(sh|bash|py)$|^(xargs|make)$/.test(later.words[0]?.resolved ?? ''));
        if (used || unsure || command.words.some((w) => w.open)) continue;
        const place = { ...placeIn(script, command.words[0]!), end: command.words.find((w) => w.resolved === verb)!.end };
        report({ place, message: 'alone', data: { command: `${name} ${verb}` } });
      }
    },
  },
};
