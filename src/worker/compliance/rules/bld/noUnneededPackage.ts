/** MLPS-BLD-006: what ships has no remote access, no network tools, no debuggers, no compilers. */
import { UNNEEDED_PACKAGES_DATE, unneededPackage } from '../../data/unneededPackages';
import type { Dockerfile } from '../../documents/dockerfile/stages';
import type { Script } from '../../documents/shell/script';
import { removeWord } from '../../documents/shell/wordEdits';
import { placeIn } from '../../model/value';
import { once } from '../../once';
import { type PackageCommand, packageCommandsOf } from '../../readings/packageCommand';
import type { Rule } from '../rule';

export const noUnneededPackage: Rule = {
  id: 'MLPS-BLD-006',
  name: 'no-unneeded-package',
  severity: 'warning',
  profile: 'mlps3',
  kinds: ['dockerfile', 'compose'],
  clauses: ['8.1.4.4 a', '8.1.4.4 b'],
  highRisk: ['~6.4.3.1'],
  triggers: ['~A-21'],
  rows: ['C55'],
  peers: ['CIS 4.3', 'CIS 5.7', 'S6473', 'DL3001', 'DI-0003'],
  title: { en: 'Ship only what the program needs', 'zh-cn': '只交付程序需要的软件' },
  why: {
    en: 'Every program in an image is one more to be patched, and remote shells, network tools, debuggers and compilers are what an intruder looks for first. The clause asks for the least installation.',
    'zh-cn':
      '镜像中的每个程序都需要打补丁，而远程登录、网络工具、调试器和编译器正是入侵者首先寻找的。条款要求遵循最小安装原则。',
  },
  remedy: {
    en: `Leave the package out, or build in a stage of its own and copy only the result. Removing it in the same RUN counts. List of ${UNNEEDED_PACKAGES_DATE}.`,
    'zh-cn': `去掉该软件包，或在单独的阶段构建后只复制结果。在同一 RUN 中卸载也算。名单日期：${UNNEEDED_PACKAGES_DATE}。`,
  },
  messages: {
    remote: {
      en: '{name} gives remote access to the container. Leave it out; use `docker exec` or copy files at build time.',
      'zh-cn': '{name} 提供对容器的远程访问。请去掉；可用 `docker exec` 或在构建时复制文件。',
    },
    network: {
      en: '{name} helps an intruder explore the network. Leave it out of what ships.',
      'zh-cn': '{name} 会被入侵者用来探测网络。请勿随镜像交付。',
    },
    privilege: {
      en: '{name} is a setuid program: whoever breaks in can use it to become root. Leave it out; use USER, or gosu in a start script.',
      'zh-cn': '{name} 是 setuid 程序，攻破者可借此成为 root。请去掉；使用 USER，启动脚本中可用 gosu。',
    },
    debugger: {
      en: '{name} reads the memory of other programs. Leave it out of what ships.',
      'zh-cn': '{name} 可读取其他程序的内部状态。请勿随镜像交付。',
    },
    compiler: {
      en: '{name} is needed to build, not to run. Build in a stage of its own, and copy the result.',
      'zh-cn': '{name} 只在构建时需要。请在单独的阶段构建，再复制结果。',
    },
    starts: {
      en: '{name} is started in the container. One container, one service; get in by `docker exec`.',
      'zh-cn': '容器中启动了 {name}。一个容器只运行一个服务；需要进入时用 `docker exec`。',
    },
    drop: {
      en: 'Do not install {name} (a program that calls it will fail)',
      'zh-cn': '不安装 {name}（调用它的程序将失败）',
    },
  },
  check: {
    script(script, { report }) {
      if (!script.run?.ships) return;
      const commands = packageCommandsOf(script);
      const gone = new Set(commands.flatMap((c) => (c.action === 'remove' ? c.packages.map((p) => p.resolved) : [])));
      const swept = sweepsUp(script, commands);
      for (const installing of commands) {
        if (installing.action !== 'install' || installing.family === 'pip' || removedWhole(installing, gone)) continue;
        for (const word of installing.packages) {
          const kind = unneededPackage(word.resolved);
          if (
            !kind ||
            (swept && installing.family === 'apt') ||
            gone.has(word.resolved) ||
            usedByHealthcheck(script.run.file, word.resolved)
          )
            continue;
          const name = word.resolved;
          const edits = () =>
            installing.packages.length > 1 ? removeWord(script, installing.command, word) : undefined;
          const severity = kind === 'compiler' ? 'info' : undefined;
          report({
            place: placeIn(script, word),
            message: kind,
            data: { name },
            severity,
            fixes: () => [{ safe: false, title: 'drop', edits: edits() }],
          });
        }
      }
    },
    dockerfile(file, { report }) {
      for (const keyword of ['ENTRYPOINT', 'CMD']) {
        const start = file.chain.flatMap((s) => s.instructions.findLast((i) => i.keyword === keyword) ?? [])[0];
        const words = start?.json ?? start?.words ?? [];
        for (const [i, { text, place }] of words.entries()) {
          const name =
            SERVER.exec(text)?.[1] ?? (words[i - 1]?.text === 'service' ? /^ssh$/.exec(text)?.[0] : undefined);
          if (name) report({ place, message: 'starts', data: { name } });
        }
      }
    },
  },
};

const SERVER = /(?:^|[\s/])(sshd|telnetd|vsftpd|in\.tftpd|xinetd|init\.d\/ssh)(?=\s|$)/;

/** `apt-mark auto '.*' … apt-get purge --auto-remove`: what was only needed to build goes again. */
const sweepsUp = ({ commands }: Script, found: readonly PackageCommand[]): boolean =>
  commands.some((c) => c.name === 'apt-mark' && c.words[1]?.resolved === 'auto') &&
  found.some(
    (c) =>
      c.family === 'apt' &&
      c.action === 'remove' &&
      c.rest.some((w) => /^(--auto-remove|--autoremove|autoremove)$/.test(w.resolved)),
  );

/** `apk add -t .build … && apk del .build` */
function removedWhole({ rest }: PackageCommand, gone: ReadonlySet<string>): boolean {
  const at = rest.findIndex((w) => /^(-t|--virtual)$/.test(w.resolved));
  const name =
    at < 0 ? rest.find((w) => w.resolved.startsWith('--virtual='))?.resolved.slice(10) : rest[at + 1]?.resolved;
  return name !== undefined && gone.has(name);
}

const healthchecks = once(({ chain }: Dockerfile) =>
  chain.flatMap((s) => s.instructions.flatMap((i) => (i.keyword === 'HEALTHCHECK' ? [i.args.text] : []))).slice(0, 100),
);

/** A check of health may need `nc`. */
function usedByHealthcheck(file: Dockerfile, name: string): boolean {
  const netcat = /^(netcat|nc|ncat|nmap-ncat|busybox-extras)/.test(name) ? /\b(nc|ncat|netcat)\b/ : undefined;
  const tool = name === 'socat' ? /\bsocat\b/ : netcat;
  return tool !== undefined && healthchecks(file).some((text) => tool.test(text));
}
