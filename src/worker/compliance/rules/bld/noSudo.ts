/** MLPS-BLD-005: a build does not use sudo. */
import type { ShellWord } from '../../documents/shell/shellTypes';
import { commandName } from '../../documents/shell/shellWrappers';
import { placeIn } from '../../model/value';
import type { Rule } from '../rule';

export const noSudo: Rule = {
  id: 'MLPS-BLD-005',
  name: 'no-sudo',
  severity: 'warning',
  profile: 'recommended',
  kinds: ['dockerfile', 'compose'],
  clauses: ['~8.1.4.2 d'],
  rows: [],
  peers: ['DL3004', 'DS-0010', 'CKV2_DOCKER_1', 'Run Using Sudo', 'no-sudo-in-dockerfile', 'DKL-DI-0001'],
  title: { en: 'Do not use sudo in a build', 'zh-cn': '构建中不得使用 sudo' },
  why: {
    en: 'sudo in an image is a setuid program with rules of its own: whoever breaks in can use it to become root.',
    'zh-cn': '镜像中的 sudo 是带有自身规则的 setuid 程序：攻破者可借此成为 root。',
  },
  remedy: {
    en: 'Do what needs root before `USER`, or switch with `USER root` … `USER app`; use gosu for a start script.',
    'zh-cn': '在 `USER` 之前完成需要 root 的操作，或用 `USER root` … `USER app` 切换；启动脚本请用 gosu。',
  },
  messages: {
    sudo: {
      en: 'sudo is not needed in a build. Do this before USER, and leave sudo out of the image.',
      'zh-cn': '构建中不需要 sudo。请在 USER 之前执行，并不要在镜像中安装 sudo。',
    },
    asUser: {
      en: 'This runs the command as {user}. Write USER {user} before it, or setpriv or gosu, and leave sudo out of the image.',
      'zh-cn': '此处以 {user} 身份运行命令。请在其前写 USER {user}，或使用 setpriv、gosu，并不要在镜像中安装 sudo。',
    },
    drop: { en: 'Drop sudo (the command runs as the current USER)', 'zh-cn': '去掉 sudo（命令以当前 USER 运行）' },
  },
  check: {
    script(script, { report }) {
      if (!script.run) return;
      for (const { name, wrappers, words, excerpt } of script.commands) {
        const sudo = wrappers.find((w) => commandName(w) === 'sudo') ?? (name === 'sudo' ? words[0] : undefined);
        if (!sudo || sudo.indirect) continue;
        const place = placeIn(script, sudo);
        const options = wrappers.some((w) => w !== sudo && w.start > sudo.start && w.raw.startsWith('-'));
        const edits = () =>
          words[0] && words[0] !== sudo && !options && excerpt.write('x') !== undefined
            ? [{ ...place, end: Math.min(words[0].start, place.end + 1), newText: '' }]
            : undefined;
        const user = userOf(wrappers.slice(wrappers.indexOf(sudo) + 1));
        report({
          place,
          message: user ? 'asUser' : 'sudo',
          data: { user: user ?? '' },
          fixes: () => [{ safe: false, title: 'drop', edits: edits() }],
        });
      }
    },
  },
};

/** Whom `-u` names, other than root. */
function userOf(options: readonly ShellWord[]): string | undefined {
  const texts = options.map(({ resolved }) => resolved);
  const at = texts.findIndex((text) => /^(?:-[A-Za-z]*u|--user)$/.test(text));
  const user =
    at >= 0 ? texts[at + 1] : texts.map((text) => /^(?:--user=|-[A-Za-z]*u)(.+)$/.exec(text)?.[1]).find(Boolean);
  return user === undefined || /^(?:root|#?0)$/.test(user) ? undefined : user.replace(/^#/, '');
}
