/** MLPS-RUN-020: somebody notices when the service no longer answers. */
import { readDockerfile } from '../../documents/dockerStages';
import { ALL_KINDS } from '../../kinds';
import type { Rule } from '../rule';

export const healthcheckRequired: Rule = {
  id: 'MLPS-RUN-020',
  name: 'healthcheck-required',
  severity: 'info',
  profile: 'mlps3',
  kinds: ALL_KINDS,
  clauses: ['~8.1.5.4 c'],
  rows: ['C39', 'C74'],
  peers: ['DL3057', 'DS-0026', 'CKV_DOCKER_2', 'Healthcheck Instruction Missing', 'Healthcheck Not Set', 'CIS 4.6', 'CIS 5.27', 'DI-0006'],
  title: { en: 'Declare a health check', 'zh-cn': '声明健康检查' },
  why: {
    en: 'A process can run and answer nothing. Without a check neither the engine nor monitoring sees it.',
    'zh-cn': '进程可能在运行却不再响应。没有健康检查,引擎和监控都无法发现。',
  },
  remedy: {
    en: 'Write a `healthcheck` in compose or `HEALTHCHECK` in the Dockerfile; either place is enough. The program it calls must exist in the image.',
    'zh-cn': '在 compose 中写 `healthcheck` 或在 Dockerfile 中写 `HEALTHCHECK`,一处即可。所调用的程序须存在于镜像中。',
  },
  messages: {
    missing: {
      en: 'Nothing checks whether this service still answers. Add a healthcheck with a command the image has.',
      'zh-cn': '没有检查该服务是否仍在响应。请添加 healthcheck,命令须存在于镜像中。',
    },
    off: {
      en: 'This switches the health check off. Remove it, or write a check.',
      'zh-cn': '此处关闭了健康检查。请移除,或写一个检查。',
    },
  },
  check: {
    dockerfile(file, { report }) {
      const found = file.chain.flatMap((s) => s.instructions.findLast((i) => i.keyword === 'HEALTHCHECK') ?? [])[0];
      if (found?.words[0]?.text.toUpperCase() === 'NONE') report({ place: found.place, message: 'off' });
      const runs = file.target?.instructions.some((i) => i.keyword === 'CMD' || i.keyword === 'ENTRYPOINT');
      if (!found && runs && file.target?.instructions.some((i) => i.keyword === 'EXPOSE'))
        report({ place: file.target.from.place, message: 'missing' });
    },
    container({ healthcheck, complete, server, built, dockerfile, name, anchor }, { report, files }) {
      if (!server) return;
      if (healthcheck) {
        if (healthcheck.disabled) report({ place: healthcheck.place, message: 'off', service: name });
        return;
      }
      if (!complete) return;
      if (built) {
        const text = dockerfile && files.text(dockerfile.uri);
        if (typeof text !== 'string') return;
        const file = readDockerfile(dockerfile!.uri, text.slice(0, 1_000_000), { target: dockerfile!.target });
        if (file.chain.some((s) => s.instructions.some((i) => i.keyword === 'HEALTHCHECK'))) return;
      }
      report({ place: anchor, message: 'missing', service: name });
    },
  },
};
