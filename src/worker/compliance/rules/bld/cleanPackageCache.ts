/** MLPS-BLD-012: package caches stay out of the layers that ship. */
import { keptOut } from '../../documents/dockerMount';
import type { Dockerfile } from '../../documents/dockerStages';
import { nodeCachesLeft } from '../../documents/nodeCache';
import { type PackageCommand, packageCommandsOf } from '../../documents/packageCommand';
import { placeIn, type Script } from '../../documents/script';
import type { ShellCommand } from '../../documents/shellTypes';
import { commandName } from '../../documents/shellWrappers';
import { insertAfter } from '../../documents/wordEdits';
import type { Edit } from '../../model/value';
import { once } from '../../once';
import type { Rule } from '../rule';

interface Cache {
  /** A cache or tmpfs mount there keeps it out. */
  paths: string[];
  /** What `rm` must name. */
  removedBy: RegExp;
  /** Behind the word that says install. */
  flag?: string;
  satisfied?: RegExp;
  command?: string;
}

const CACHES: Record<string, Cache> = {
  apt: {
    paths: ['/var/lib/apt/lists'],
    removedBy: /^\/var\/(lib\/(apt\/(lists(\/\S*)?)?)?|\*)?$/,
    command: 'rm -rf /var/lib/apt/lists/*',
  },
  apk: {
    paths: ['/var/cache/apk', '/etc/apk/cache'],
    removedBy: /^\/var\/cache(\/(apk(\/\S*)?|\*)?)?$/,
    flag: '--no-cache',
    satisfied: /^--no-cache$/,
  },
  rpm: {
    paths: ['/var/cache/dnf', '/var/cache/yum', '/var/cache/libdnf5'],
    removedBy: /^\/var\/cache(\/((dnf|yum|libdnf5)(\/\S*)?|\*)?)?$/,
    command: 'clean all',
  },
  zypper: { paths: ['/var/cache/zypp'], removedBy: /^\/var\/cache(\/(zypp\S*|\*)?)?$/, command: 'clean --all' },
  pacman: {
    paths: ['/var/cache/pacman/pkg'],
    removedBy: /^\/var\/cache(\/(pacman(\/\S*)?|\*)?)?$/,
    command: '-Scc --noconfirm',
  },
  pip: {
    paths: ['/root/.cache/pip'],
    removedBy: /^(~|\$HOME|\/root)\/\.cache(\/pip)?\/?\*?$/,
    flag: '--no-cache-dir',
    satisfied: /^--no-cache(-dir)?$/,
  },
};

export const cleanPackageCache: Rule = {
  id: 'MLPS-BLD-012',
  name: 'clean-package-cache',
  severity: 'hint',
  profile: 'recommended',
  kinds: ['dockerfile', 'compose'],
  clauses: ['8.1.4.4 a'],
  rows: [],
  peers: [
    'DL3009',
    'DL3019',
    'DL3032',
    'DL3036',
    'DL3040',
    'DL3042',
    'DL3060',
    'DS-0015',
    'DS-0019',
    'DS-0020',
    'DS-0025',
    'DS-0027',
    'remove-package-lists',
    'DKL-DI-0004',
    'DKL-DI-0005',
  ],
  title: { en: 'Leave no package cache in the image', 'zh-cn': '镜像中不留软件包缓存' },
  why: {
    en: 'Lists and downloads of the package manager are dead weight in the image, and tell an intruder which versions are in it.',
    'zh-cn': '软件包管理器的列表和下载文件在镜像中毫无用处,还会向入侵者透露其中的版本。',
  },
  remedy: {
    en: 'Clean up in the same RUN, or keep the cache in a `--mount=type=cache`. `apt-get clean` does not delete the lists, `apt-get dist-clean` does.',
    'zh-cn': '在同一 RUN 中清理,或用 `--mount=type=cache` 存放缓存。`apt-get clean` 不会删除列表,`apt-get dist-clean` 会。',
  },
  messages: {
    left: {
      en: '{manager} leaves its cache in this layer. Add {remedy} to this RUN.',
      'zh-cn': '{manager} 的缓存会留在该层中。请在此 RUN 中添加 {remedy}。',
    },
    clean: { en: 'Add {remedy}', 'zh-cn': '添加 {remedy}' },
  },
  check: {
    script(script, { report }) {
      const { run } = script;
      if (!run?.ships) return;
      const found = packageCommandsOf(script);
      const seen = new Set<string>();
      for (const installing of found) {
        const cache = CACHES[installing.family];
        if (!cache || seen.has(installing.family) || !fills(installing, found)) continue;
        if (cache.paths.some((path) => keptOut(run.instruction, path)) || cleaned(script, cache, installing, found)) continue;
        seen.add(installing.family);
        const remedy = cache.flag ?? (installing.family === 'apt' ? cache.command! : `${installing.name} ${cache.command}`);
        const edits = cache.flag ? insertAfter(script, installing.command, installing.verb!, cache.flag) : append(script, remedy);
        const place = { ...placeIn(script, installing.command.words[0]!), end: installing.verb!.end };
        report({ place, message: 'left', data: { manager: installing.name, remedy }, fixes: [{ safe: false, title: 'clean', edits }] });
      }
      for (const { manager, place, remedy } of nodeCachesLeft(script)) {
        const fixes = [{ safe: false, title: 'clean', edits: append(script, remedy) }];
        report({ place: placeIn(script, place), message: 'left', data: { manager, remedy }, fixes });
      }
    },
  },
};

/** Lists of apt are there only after an update; the others fetch them when they install. */
function fills({ action, family, verb, rest }: PackageCommand, found: readonly PackageCommand[]): boolean {
  if (!verb || action !== 'install' || rest.some((w) => w.open && !w.resolved.trim())) return false;
  return family !== 'apt' || found.some((c) => c.family === 'apt' && c.action === 'update');
}

function cleaned(script: Script, cache: Cache, installing: PackageCommand, found: readonly PackageCommand[]): boolean {
  if (installing.rest.some((w) => cache.satisfied?.test(w.resolved))) return true;
  const { family } = installing;
  if (family !== 'apt' && found.some((c) => c.family === family && (c.action === 'clean' || /^(cache)$/.test(c.verb?.resolved ?? ''))))
    return true;
  if (family === 'pip' && pipCacheOff(script)) return true;
  return script.commands.some(
    (c) =>
      (removes(c) && c.words.some((w) => cache.removedBy.test(w.resolved))) ||
      /^(clean|cleanup)[\w.-]*(\.sh)?$/.test(commandName(c.words[0]) ?? '') ||
      (family === 'apt' && /^apt(-get)?$/.test(commandName(c.words[0]) ?? '') && c.words.some((w) => /^dist-?clean$/.test(w.resolved))),
  );
}

const removes = ({ words }: ShellCommand): boolean => /^(rm|find)$/.test(commandName(words[0]) ?? '');

function pipCacheOff({ run, commands }: Script): boolean {
  return (
    commands.some((c) => c.assignments.some((a) => a.name === 'PIP_NO_CACHE_DIR')) || cacheOffAt(run!.file) < run!.instruction.place.start
  );
}

/** Where the shipped chain first sets PIP_NO_CACHE_DIR. */
const cacheOffAt = once(({ chain }: Dockerfile): number => {
  const setting = chain.flatMap((s) =>
    s.instructions.filter((i) => /^(ENV|ARG)$/.test(i.keyword) && i.args.text.includes('PIP_NO_CACHE_DIR')),
  );
  return Math.min(...setting.slice(0, 100).map((i) => i.place.start));
});

/** Behind the last command of a RUN in shell form. */
function append(script: Script, command: string): Edit[] | undefined {
  const { instruction, file } = script.run!;
  const last = script.commands.filter((c) => c.within === 'script').at(-1);
  const end = instruction.place.end;
  if (!last || instruction.heredocs.length > 0 || instruction.json || last.conditional) return undefined;
  if (script.text.slice(last.end - file.base, end - file.base).trim() !== '' || last.excerpt.write('x') === undefined) return undefined;
  return [{ uri: script.uri, start: last.end, end: last.end, newText: ` && ${command}` }];
}
