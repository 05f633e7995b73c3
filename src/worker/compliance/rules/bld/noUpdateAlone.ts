/** MLPS-BLD-008: package lists are fetched in the same layer that uses them. */

import { keptOut } from '../../documents/dockerfile/runMount';
import type { Script } from '../../documents/shell/script';
import type { ShellCommand } from '../../documents/shell/shellTypes';
import { type Edit, placeIn } from '../../model/value';
import { type PackageCommand, packageCommandsOf } from '../../readings/packageCommand';
import type { Rule } from '../rule';

const CACHES = [
  '/var/lib/apt',
  '/var/lib/apt/lists',
  '/var/cache/apk',
  '/etc/apk/cache',
  '/var/cache/dnf',
  '/var/cache/yum',
  '/var/cache/zypp',
];

export const noUpdateAlone: Rule = {
  id: 'MLPS-BLD-008',
  name: 'no-update-alone',
  severity: 'warning',
  profile: 'recommended',
  kinds: ['dockerfile', 'compose'],
  clauses: ['~8.1.4.4 e'],
  rows: [],
  peers: ['DL3009', 'DS-0017', 'CKV_DOCKER_5', 'Update Instruction Alone', 'CIS 4.7', 'DI-0007'],
  title: { en: 'Update and install in one RUN', 'zh-cn': '在同一 RUN 中更新并安装' },
  why: {
    en: 'A RUN that only updates is cached: later builds install from old lists, with vulnerabilities that have been fixed since.',
    'zh-cn': '只做更新的 RUN 会被缓存：以后的构建会按旧列表安装，带着早已修复的漏洞。',
  },
  remedy: {
    en: 'Write `apt-get update && apt-get install …` in one RUN.',
    'zh-cn': '在同一个 RUN 中写 `apt-get update && apt-get install …`。',
  },
  messages: {
    join: { en: 'Join with the RUN that installs', 'zh-cn': '与执行安装的 RUN 合并' },
    alone: {
      en: '{command} stands without an install in the same RUN, so its result ages in the cache. Join it with the RUN that installs.',
      'zh-cn': '{command} 所在的 RUN 没有随后安装软件，其结果会在缓存中过时。请与执行安装的 RUN 合并。',
    },
  },
  check: {
    script(script, { report }) {
      const { run } = script;
      if (!run || CACHES.some((path) => keptOut(run.instruction, path))) return;
      const found = packageCommandsOf(script);
      const unsureFrom = script.commands.findLast(runsUnread)?.start ?? -1;
      const usedLater = new Set<string>();
      for (const update of found.toReversed()) {
        const used = usedLater.has(update.family);
        if (USES.has(update.action)) usedLater.add(update.family);
        if (!updates(update) || used || update.command.start < unsureFrom) continue;
        if (update.command.words.some((w) => w.open)) continue;
        const place = { ...placeIn(script, update.command.words[0]!), end: update.verb!.end };
        const command = `${update.name} ${update.verb!.resolved}`;
        const fixes = () => [{ safe: false, title: 'join', edits: joinWithNext(script, update) }];
        report({ place, message: 'alone', data: { command }, fixes });
      }
    },
  },
};

/** May install what it likes. */
const UNSURE = /\.(sh|bash|py|pl)$|^(xargs|make)$/;
const SHELLS = new Set(['sh', 'bash', 'dash', 'ash', 'zsh', 'ksh', 'source', '.']);

/** `./setup.sh`, `bash /tmp/setup.sh`, `. ./setup` */
function runsUnread({ words }: ShellCommand): boolean {
  if (!SHELLS.has(words[0]?.resolved ?? '')) return UNSURE.test(words[0]?.resolved ?? '');
  const file = words.slice(1).find((w) => !w.resolved.startsWith('-'));
  return file !== undefined && !words.some((w) => /^-\w*c$/.test(w.resolved));
}
const USES = new Set<PackageCommand['action']>(['install', 'upgrade', 'other']);

/**
 * `yum update` and `zypper update` upgrade, and what is installed later comes from new lists all
 * the same.
 */
const updates = ({ action, name, verb, packages }: PackageCommand): boolean =>
  verb !== undefined &&
  packages.length === 0 &&
  action === 'update' &&
  !/^(?:micro)?dnf5?$|^yum$/.test(name) &&
  !(name === 'zypper' && /^(?:up|update)$/.test(verb.resolved));

/**
 * The RUN that only updates and the RUN behind it become one, when both are in plain shell form and
 * the second installs.
 */
function joinWithNext(script: Script, update: PackageCommand): Edit[] | undefined {
  const { file, instruction, next } = script.run!;
  const whole = script.commands.length === 1 && update.command.excerpt.write('x') !== undefined;
  if (
    !whole ||
    next?.keyword !== 'RUN' ||
    [instruction, next].some((i) => i.flags.length + i.heredocs.length > 0 || i.json)
  )
    return undefined;
  const between = script.text.slice(instruction.place.end - file.base, next.keywordPlace.start - file.base);
  const first = next.words[0];
  if (
    !first ||
    between.trim() !== '' ||
    !new RegExp(`\\b${update.name}\\b[^\\n]*\\b(install|add|in)\\b`).test(next.args.text)
  )
    return undefined;
  return [{ uri: file.uri, start: instruction.place.end, end: first.place.start, newText: ' && ' }];
}
