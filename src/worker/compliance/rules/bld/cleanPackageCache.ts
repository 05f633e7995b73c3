/** MLPS-BLD-012: package caches stay out of the layers that ship. */
import { packageCaches } from '../../data/packageCaches';
import type { Script } from '../../documents/shell/script';
import { insertAfter } from '../../documents/shell/wordEdits';
import { type Edit, placeIn } from '../../model/value';
import { nodeCachesLeft } from '../../readings/nodeCache';
import { cachesLeft } from '../../readings/packageCache';
import type { PackageCommand } from '../../readings/packageCommand';
import type { Rule } from '../rule';

export const cleanPackageCache: Rule = {
  id: 'MLPS-BLD-012',
  name: 'clean-package-cache',
  severity: 'hint',
  profile: 'recommended',
  kinds: ['dockerfile', 'compose'],
  clauses: ['~8.1.4.4 a'],
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
    'zh-cn': '软件包管理器的列表和下载文件在镜像中毫无用处，还会向入侵者透露其中的版本。',
  },
  remedy: {
    en: 'Clean up in the same RUN, or keep the cache in a `--mount=type=cache`. `apt-get clean` does not delete the lists, `apt-get dist-clean` does.',
    'zh-cn':
      '在同一 RUN 中清理，或用 `--mount=type=cache` 存放缓存。`apt-get clean` 不会删除列表，`apt-get dist-clean` 会。',
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
      for (const { family, by, filling } of cachesLeft(script)) {
        const { flag, command = '' } = packageCaches[family];
        const remedy = flag ?? (command.startsWith(' ') ? command.trim() : `${by.name} ${command}`);
        const edits = () => (flag ? withFlag(script, filling, flag) : append(script, remedy));
        const place = { ...placeIn(script, by.command.words[0]!), end: by.verb!.end };
        report({
          place,
          message: 'left',
          data: { manager: by.name, remedy },
          fixes: () => [{ safe: false, title: 'clean', edits: edits() }],
        });
      }
      for (const { manager, place, remedy } of nodeCachesLeft(script)) {
        const fixes = () => [{ safe: false, title: 'clean', edits: append(script, remedy) }];
        report({ place: placeIn(script, place), message: 'left', data: { manager, remedy }, fixes });
      }
    },
  },
};

/** At every command that fills the cache; undefined where one of them cannot be edited. */
function withFlag(script: Script, filling: readonly PackageCommand[], flag: string): Edit[] | undefined {
  const edits = filling.map(({ command, verb }) => insertAfter(script, command, verb!, flag));
  return edits.every((e) => e !== undefined) ? edits.flat() : undefined;
}

/** Behind the last command of a RUN in shell form. */
function append(script: Script, command: string): Edit[] | undefined {
  const { instruction, file } = script.run!;
  const last = script.commands.filter((c) => c.within === 'script').at(-1);
  const end = instruction.place.end;
  if (!last || instruction.heredocs.length > 0 || instruction.json || last.conditional) return undefined;
  if (script.text.slice(last.end - file.base, end - file.base).trim() !== '' || last.excerpt.write('x') === undefined)
    return undefined;
  return [{ uri: script.uri, start: last.end, end: last.end, newText: ` && ${command}` }];
}
