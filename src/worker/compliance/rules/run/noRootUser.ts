/** MLPS-RUN-001: nothing is declared to run as root. */
import { readExecLine } from '../../documents/dockerCommand/dockerExec';
import { finalUser } from '../../documents/dockerfile/finalUser';
import { isForJobs } from '../../model/filePurpose';
import { isUpkeep } from '../../model/upkeep';
import { isRootUser } from '../../model/user';
import { IMAGE_KINDS } from '../../ruleKinds';
import type { Rule } from '../rule';

const PLAIN_USER = '10001:10001';
const WINDOWS_USER = 'ContainerUser';

export const noRootUser: Rule = {
  id: 'MLPS-RUN-001',
  name: 'no-root-user',
  severity: 'error',
  profile: 'recommended',
  kinds: [...IMAGE_KINDS, 'shell'],
  wider: {
    en: 'Files for tests or development, images of GitHub actions, and commands that set a container up (packages, owners, a shell).',
    'zh-cn': '测试或开发用文件、GitHub action 的镜像，以及维护容器的命令（软件包、属主、shell）。',
  },
  clauses: ['~8.1.4.2 d', '8.1.4.2 e'],
  highRisk: ['6.4.2.2'],
  triggers: ['A-20'],
  rows: ['C12', 'C29'],
  peers: [
    'DL3002',
    'DS-0002',
    'CKV_DOCKER_8',
    "Last User Is 'root'",
    'CL-0018',
    'last-user-is-root',
    'S6471',
    'CIS 4.1',
    'CIS 5.24',
    'DI-0001',
  ],
  title: { en: 'Do not run as root', 'zh-cn': '不得以 root 运行' },
  why: {
    en: 'A program that is broken into as root owns everything the container can reach, and a flaw of the kernel or a mount gives it the host.',
    'zh-cn': '以 root 运行的程序一旦被攻破，容器可触及的一切都会失守；再借助内核漏洞或挂载即可控制主机。',
  },
  remedy: {
    en: 'Give a plain uid and gid (`USER 10001:10001`, `user: "10001:10001"`) and make the files it writes belong to it. Builder stages may stay root.',
    'zh-cn':
      '指定普通 uid 和 gid（`USER 10001:10001`、`user: "10001:10001"`），并让其写入的文件归其所有。构建阶段可以使用 root。',
  },
  messages: {
    lastUser: {
      en: 'The shipped stage ends as user {user}. Switch to a plain user before the program starts: USER 10001:10001.',
      'zh-cn': '最终阶段以用户 {user} 结束。请在程序启动前切换到普通用户：USER 10001:10001。',
    },
    setUser: {
      en: 'This runs as {user}. Use a plain user and group such as 10001:10001.',
      'zh-cn': '此处以 {user} 运行。请使用普通用户和组，如 10001:10001。',
    },
    execUser: {
      en: 'This command runs in the container as {user}. Use a plain user and group such as 10001:10001.',
      'zh-cn': '此命令在容器内以 {user} 运行。请使用普通用户和组，如 10001:10001。',
    },
    useWindowsUser: {
      en: 'Run as ContainerUser (files the program writes must belong to it)',
      'zh-cn': '改为以 ContainerUser 运行（程序写入的文件须归其所有）',
    },
    usePlainUser: {
      en: 'Run as 10001:10001 (files the program writes must belong to it)',
      'zh-cn': '改为以 10001:10001 运行（程序写入的文件须归其所有）',
    },
  },
  check: {
    dockerfile(file, { report, purpose }) {
      const user = finalUser(file);
      if (!user || isRootUser(user.resolved) !== true) return;
      const plain = isWindowsUser(user.resolved) ? WINDOWS_USER : PLAIN_USER;
      const edits = () => (user.raw.includes('$') ? undefined : [{ ...user.place, newText: plain }]);
      report({
        place: user.place,
        message: 'lastUser',
        data: { user: user.raw },
        profile: isForJobs(purpose) ? 'mlps3' : undefined,
        fixes: () => [{ safe: false, title: plain === PLAIN_USER ? 'usePlainUser' : 'useWindowsUser', edits: edits() }],
      });
    },
    script(script, { report }) {
      for (const command of script.commands) {
        const line = readExecLine(command);
        const option = line?.user;
        const user = option?.word.resolved.slice(option.from) ?? '';
        if (!option || isRootUser(user) !== true) continue;
        const { word, from } = option;
        const place = { uri: script.uri, ...word.placeOf(from, word.resolved.length) };
        const isText = !word.indirect && script.text.slice(place.start, place.end) === user;
        const edits = () =>
          isText && command.excerpt.write(PLAIN_USER) === PLAIN_USER ? [{ ...place, newText: PLAIN_USER }] : undefined;
        const profile = isUpkeep(line!.command.map((w) => w.resolved).join(' ')) ? 'mlps3' : undefined;
        report({
          place,
          message: 'execUser',
          data: { user },
          profile,
          fixes: () => [{ safe: false, title: 'usePlainUser', edits: edits() }],
        });
      }
    },
    container({ user, hooks, name, writer }, { report }) {
      for (const value of [user, ...hooks.map((h) => h.user)]) {
        if (!value || isRootUser(value.resolved) !== true) continue;
        const plain = isWindowsUser(value.resolved) ? WINDOWS_USER : PLAIN_USER;
        const title = plain === PLAIN_USER ? 'usePlainUser' : 'useWindowsUser';
        const fixes = () => [{ safe: false, title, edits: writer.replace(value, plain) }];
        report({ place: value.place, message: 'setUser', data: { user: value.raw }, service: name, fixes });
      }
    },
  },
};

const isWindowsUser = (user: string): boolean => /^ContainerAdministrator$/i.test(user.trim());
