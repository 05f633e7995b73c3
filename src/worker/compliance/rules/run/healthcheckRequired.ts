/** MLPS-RUN-020: somebody notices when the service no longer answers. */
import { bringsHealthcheck, healthProbe } from '../../data/healthProbes';
import { baseImageOf, dockerfileOf } from '../../documents/dockerfile/builtImage';
import { isCheckedElsewhere } from '../../documents/dockerfile/checkedElsewhere';
import type { DockerInstruction } from '../../documents/dockerfile/dockerfile';
import { exposedPorts } from '../../documents/dockerfile/exposedPorts';
import type { Dockerfile } from '../../documents/dockerfile/stages';
import { lineBreakOf } from '../../documents/text/lines';
import type { PortRange } from '../../model/container';
import { once } from '../../once';
import { IMAGE_KINDS } from '../../ruleKinds';
import type { Rule } from '../rule';

export const healthcheckRequired: Rule = {
  id: 'MLPS-RUN-020',
  name: 'healthcheck-required',
  severity: 'info',
  profile: 'mlps3',
  kinds: IMAGE_KINDS,
  clauses: ['~8.1.5.4 c'],
  rows: ['C39', 'C74'],
  peers: [
    'DL3057',
    'DS-0026',
    'CKV_DOCKER_2',
    'Healthcheck Instruction Missing',
    'Healthcheck Not Set',
    'CIS 4.6',
    'CIS 5.27',
    'DI-0006',
  ],
  hardening: true,
  title: { en: 'Declare a health check', 'zh-cn': '声明健康检查' },
  why: {
    en: 'A process can run and answer nothing. Without a check neither the engine nor monitoring sees it.',
    'zh-cn': '进程可能在运行却不再响应。没有健康检查，引擎和监控都无法发现。',
  },
  remedy: {
    en: 'Write a `healthcheck` in compose or `HEALTHCHECK` in the Dockerfile; either place is enough. The program it calls must exist in the image.',
    'zh-cn': '在 compose 中写 `healthcheck` 或在 Dockerfile 中写 `HEALTHCHECK`，一处即可。所调用的程序须存在于镜像中。',
  },
  messages: {
    missing: {
      en: 'Nothing checks whether this service still answers. Add a healthcheck with a command the image has.',
      'zh-cn': '没有检查该服务是否仍在响应。请添加 healthcheck，命令须存在于镜像中。',
    },
    add: {
      en: 'Add a health check with a command of the image (look at port and path)',
      'zh-cn': '添加健康检查，使用镜像自带的命令（请核对端口和路径）',
    },
    off: {
      en: 'This switches the health check off. Remove it, or write a check.',
      'zh-cn': '此处关闭了健康检查。请移除，或写一个检查。',
    },
  },
  check: {
    dockerfile(file, { report, files }) {
      const found = declared(file);
      if (found?.words[0]?.text.toUpperCase() === 'NONE') report({ place: found.place, message: 'off' });
      const start = file.target?.instructions.find(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT');
      const base = file.chain.at(-1)?.image;
      if (found || !start || !file.target || bringsHealthcheck(base)) return;
      // In a fence or a compose file the service around it is judged, or nothing but the build is
      // shown.
      const alone = file.base === 0 && !file.uri.includes('#');
      const exposes = file.target.instructions.some((i) => i.keyword === 'EXPOSE');
      if (!(alone || exposes) || isCheckedElsewhere(file.uri, files)) return;
      const probe = file.base > 0 ? undefined : healthProbe(base, portOf(exposedPorts(file).map(({ range }) => range)));
      const edits = () =>
        probe && [
          { ...start.place, end: start.place.start, newText: `${instruction(probe)}${lineBreakOf(file.text)}` },
        ];
      report({
        place: file.target.from.place,
        message: 'missing',
        fixes: () => [{ safe: false, title: 'add', edits: edits() }],
      });
    },
    container(container, { report, files, satisfied }) {
      const { healthcheck, complete, server, built, name, anchor, ports, exposed } = container;
      if (!server) return;
      if (healthcheck?.disabled) report({ place: healthcheck.place, message: 'off', service: name });
      // Times without a command set those of the image's own check.
      const isTimesAlone = healthcheck !== undefined && !healthcheck.disabled && !healthcheck.test;
      if ((healthcheck && !isTimesAlone) || !complete) return;
      const file = dockerfileOf(container, files);
      if (built && !file) return;
      const image = baseImageOf(container, files);
      const written = file && declared(file);
      if (written) return satisfied(anchor, written.place);
      if (bringsHealthcheck(image)) return;
      const used = [...ports.map((p) => p.containerPorts.known), ...exposed.map((p) => p.known)];
      const command = healthProbe(
        image,
        portOf([...used, ...(file ? exposedPorts(file).map(({ range }) => range) : [])]),
      );
      const settings = command && !healthcheck ? [{ kind: 'healthcheck', command } as const] : [];
      report({
        place: healthcheck?.place ?? anchor,
        message: 'missing',
        service: name,
        harden: { container, settings },
      });
    },
  },
};

/** The HEALTHCHECK that holds: the last one of the target, else of the stage below it. */
const declared = once(
  (file: Dockerfile): DockerInstruction | undefined =>
    file.chain.flatMap((s) => s.instructions.findLast((i) => i.keyword === 'HEALTHCHECK') ?? [])[0],
);

const portOf = (ranges: readonly (PortRange | undefined)[]): number | undefined =>
  ranges.find((r) => r && r.first > 0)?.first;

const instruction = (probe: readonly string[]): string =>
  `HEALTHCHECK --interval=30s CMD [${probe.map((word) => JSON.stringify(word)).join(', ')}]`;
