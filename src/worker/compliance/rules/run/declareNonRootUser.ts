/** MLPS-RUN-002: somebody says who the program runs as. */
import { knownImage } from '../../data/knownImages';
import { isRuntimeSocket } from '../../data/runtimeSockets';
import { dockerfileOf } from '../../documents/dockerfile/builtImage';
import { finalUser } from '../../documents/dockerfile/finalUser';
import type { Dockerfile, Stage } from '../../documents/dockerfile/stages';
import { lineBreakOf } from '../../documents/text/lines';
import type { Container } from '../../model/container';
import { isForJobs } from '../../model/filePurpose';
import type { Edit } from '../../model/value';
import { isWindows, isWindowsImage } from '../../model/windows';
import { once } from '../../once';
import { isPassing, isProgram, serves, startsProgram } from '../../readings/startedProgram';
import { IMAGE_KINDS } from '../../ruleKinds';
import type { Rule } from '../rule';

export const declareNonRootUser: Rule = {
  id: 'MLPS-RUN-002',
  name: 'declare-non-root-user',
  severity: 'warning',
  profile: 'recommended',
  kinds: IMAGE_KINDS,
  wider: {
    en: "Images whose start script gives root up by itself, images that start no program of their own (a base to build on, a shell, a build, a test run, a command line tool that is told what to do), images with what sets up the kernel's network (iptables, OpenVPN), images on `docker`, which command the engine, actions of GitHub, images of unknown bases without a port or health check, one-shot containers, services whose Dockerfile is told the same, and files for tests or development.",
    'zh-cn':
      '启动脚本会自行放弃 root 的镜像；自身不启动程序的镜像（供构建的基础镜像、shell、编译、测试、由参数指定任务的命令行工具）；含有内核网络设置程序（iptables、OpenVPN）的镜像；基于 `docker`、用于指挥容器引擎的镜像；GitHub 的 action；基础镜像未知且没有端口或健康检查的镜像；一次性容器；其 Dockerfile 已报告同一问题的服务；以及测试或开发用文件。',
  },
  clauses: ['~8.1.4.2 d', '~8.1.4.2 e'],
  highRisk: ['~6.4.2.2'],
  triggers: ['~A-20'],
  rows: ['C12', 'C29'],
  peers: ['DS-0002', 'CKV_DOCKER_3', 'Missing User Instruction', 'missing-user', 'S6471', 'CIS 4.1'],
  title: { en: 'Declare a plain user', 'zh-cn': '须声明普通用户' },
  why: {
    en: 'Most base images run as root when nothing else is said, so a Dockerfile without USER ships a root program.',
    'zh-cn': '大多数基础镜像在没有另行声明时以 root 运行，因此没有 USER 的 Dockerfile 交付的就是 root 程序。',
  },
  remedy: {
    en: 'Write `USER 10001:10001` before CMD or ENTRYPOINT of the last stage, and give that user the files the program writes (`COPY --chown`).',
    'zh-cn':
      '在最后阶段的 CMD 或 ENTRYPOINT 之前写 `USER 10001:10001`，并让该用户拥有程序写入的文件（`COPY --chown`）。',
  },
  messages: {
    noUser: {
      en: 'No USER is set, and the base image {base} runs as root. Add USER 10001:10001 before the program starts.',
      'zh-cn': '未设置 USER，而基础镜像 {base} 以 root 运行。请在程序启动前添加 USER 10001:10001。',
    },
    baseUnknown: {
      en: 'No USER is set; whether the base image {base} runs as root is not known. Add USER 10001:10001 before the program starts.',
      'zh-cn': '未设置 USER；基础镜像 {base} 是否以 root 运行未知。请在程序启动前添加 USER 10001:10001。',
    },
    dropsLater: {
      en: 'No USER is set; the start script seems to change to a plain user later. Prefer USER 10001:10001, which needs no root at all.',
      'zh-cn': '未设置 USER；启动脚本似乎随后会切换到普通用户。建议使用 USER 10001:10001，全程无需 root。',
    },
    serviceRoot: {
      en: 'The image {base} runs as root unless `user` says otherwise. Add user: "10001:10001".',
      'zh-cn': '镜像 {base} 在没有 `user` 时以 root 运行。请添加 user: "10001:10001"。',
    },
    serviceBuildRoot: {
      en: 'The Dockerfile of this service sets no USER and its base runs as root. Add USER there, or user: "10001:10001" here.',
      'zh-cn':
        '该服务的 Dockerfile 未设置 USER，其基础镜像以 root 运行。请在那里添加 USER，或在此添加 user: "10001:10001"。',
    },
    addUser: {
      en: 'Add USER 10001:10001 (files the program writes must belong to it)',
      'zh-cn': '添加 USER 10001:10001（程序写入的文件须归其所有）',
    },
    add: {
      en: 'Run as 10001:10001 (files the program writes must belong to it)',
      'zh-cn': '以 10001:10001 运行（程序写入的文件须归其所有）',
    },
  },
  check: {
    dockerfile(file, { report, purpose }) {
      const { target } = file;
      const base = file.chain.at(-1)?.image;
      if (!target?.image || !base || finalUser(file)) return;
      const known = knownImage(base);
      if (
        isWindowsImage(base) ||
        known?.user === 'non-root' ||
        (base.known === undefined && base.resolved.startsWith('\ufffc'))
      )
        return;
      const isScratch = base.resolved.toLowerCase() === 'scratch';
      if (purpose === 'workplace' || (isScratch && !file.chain.some(starts))) return;
      const drops = known?.dropsRoot === true || dropsRootLater(file);
      // An image to build on, to work in or to test with: who runs in it is said elsewhere.
      const isMeant =
        !drops &&
        !setsUpNetwork(file) &&
        !known?.commandsEngine &&
        (known || isScratch ? startsProgram(file) : serves(file)) &&
        !isForJobs(purpose);
      const fixes = () => [{ safe: false, title: 'addUser', edits: insertUser(file) }];
      report({
        place: target.from.place,
        message: drops ? 'dropsLater' : known || isScratch ? 'noUser' : 'baseUnknown',
        data: { base: base.raw },
        severity: drops || !(known || isScratch) ? 'info' : undefined,
        profile: isMeant ? undefined : 'mlps3',
        fixes,
      });
    },
    container(container, { report, files, purpose, satisfied }) {
      const { user, image, complete, built, server, name, anchor, mounts } = container;
      if (user || !complete || isWindows(container)) return;
      // Who may give orders to the engine needs no uid to be root.
      const commands =
        mounts.some((m) => isRuntimeSocket(m.source?.resolved ?? '')) || knownImage(image)?.commandsEngine;
      const passes = !server || isForJobs(purpose) || commands === true;
      const harden = { container, settings: [{ kind: 'user', value: '10001:10001' } as const] };
      if (!built) {
        const known = knownImage(image);
        if (known?.user === 'root' && !known.dropsRoot)
          report({
            place: anchor,
            message: 'serviceRoot',
            severity: server ? undefined : 'info',
            profile: passes || !runsProgram(container) ? 'mlps3' : undefined,
            data: { base: image!.raw.replace(/^(["'])(.*)\1$/, '$2') },
            service: name,
            harden,
          });
        return;
      }
      const file = dockerfileOf(container, files);
      if (!file) return;
      const own = finalUser(file);
      if (own) return satisfied(anchor, own.place);
      const base = file.chain.at(-1)?.image;
      if (!base || knownImage(base)?.user !== 'root' || dropsRootLater(file) || knownImage(base)?.dropsRoot) return;
      // A Dockerfile that starts its program is told so itself.
      const isMeant = !passes && !startsProgram(file) && runsProgram(container);
      report({
        place: anchor,
        message: 'serviceBuildRoot',
        service: name,
        harden,
        profile: isMeant ? undefined : 'mlps3',
      });
    },
  },
};

const NETWORK = /(?:^|\s)(?:iptables|nftables|wireguard-tools|openvpn|strongswan|keepalived)(?=\s|$)/;

/**
 * It installs what changes the kernel's network, which only root may do whatever else it is
 * allowed.
 */
const setsUpNetwork = ({ chain }: Dockerfile): boolean =>
  chain.some(({ instructions }) =>
    instructions.some(({ keyword, args }) => keyword === 'RUN' && NETWORK.test(args.text)),
  );

/** Without a program the stage only hands files on. */
const starts = ({ instructions }: Stage): boolean =>
  instructions.some(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT');

/** The image is a program, or is told which one to start. */
function runsProgram({ image, built, entrypoint, command, ports }: Container): boolean {
  if (ports.length > 0 || (!built && isProgram(image))) return true;
  const words = [...entrypoint, ...command].map((w) => w.resolved);
  return words.length > 0 && !isPassing(words.join(' '));
}

/**
 * Web servers that give root up for their workers, and the init of a system, which gives each
 * service its user.
 */
const STARTS_AS_ROOT =
  /(?:^\s*(?:\[\s*"|(?:exec\s+)?)|(?:&&|;)\s*(?:\\\n\s*)?exec\s+)(?:\/usr)?(?:\/local)?(?:\/s?bin\/)?(?:nginx|httpd|httpd-foreground|apache2|apache2-foreground|apache2ctl|apachectl|php-fpm)\b|\/sbin\/init\b|\/lib\/systemd\/systemd\b/;

/**
 * The start command goes through a program that gives root up, or through a script of an image that
 * has such a program for it.
 */
const dropsRootLater = once(({ chain }: Dockerfile): boolean => {
  const instructions = chain.flatMap((stage) => stage.instructions);
  const says = (keywords: readonly string[], pattern: RegExp) =>
    instructions.some((i) => keywords.includes(i.keyword) && pattern.test(i.args.text));
  if (
    says(
      ['ENTRYPOINT', 'CMD'],
      /\b(gosu|su-exec|setpriv|runuser|chroot --userspec|s6-setuidgid|chpst -u|sudo -u)\b|(?:^|[[\s"'/])su["']?[\s,]/,
    )
  )
    return true;
  if (says(['ENTRYPOINT', 'CMD'], STARTS_AS_ROOT)) return true;
  if (says(['RUN', 'COPY', 'ADD'], /s6-overlay/) && says(['ENTRYPOINT'], /["\s]\/init\b|^\/init\b/)) return true;
  return says(['RUN', 'COPY', 'ADD'], /(?:^|[\s/])(?:gosu|su-exec)\b/) && says(['ENTRYPOINT'], /\.sh\b|entrypoint/);
});

/**
 * Before the first CMD or ENTRYPOINT of the target that nothing but CMD, ENTRYPOINT, EXPOSE,
 * HEALTHCHECK … follows; else at the stage's end.
 */
function insertUser(file: Dockerfile): Edit[] | undefined {
  const { target, text, uri, base, problems } = file;
  if (!target || base > 0 || problems.some(({ problem }) => problem === 'open-heredoc')) return undefined;
  const br = lineBreakOf(text);
  const lastWork = target.instructions.findLast(
    (i) => !['CMD', 'ENTRYPOINT', 'EXPOSE', 'HEALTHCHECK', 'LABEL', 'STOPSIGNAL', 'ONBUILD'].includes(i.keyword),
  );
  const after = lastWork ?? target.from;
  const start = after.place.end;
  return [{ uri, start, end: start, newText: `${br}USER 10001:10001` }];
}
