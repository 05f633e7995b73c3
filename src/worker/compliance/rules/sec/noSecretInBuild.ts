/** MLPS-SEC-001: no secret goes into a build. */

import { unquote } from '../../documents/dockerfile';
import { variablesOf } from '../../documents/dockerVariables';
import { isSecretName } from '../../model/secretName';
import type { Rule } from '../rule';

export const noSecretInBuild: Rule = {
  id: 'MLPS-SEC-001',
  name: 'no-secret-in-build',
  severity: 'error',
  profile: 'recommended',
  kinds: ['dockerfile', 'compose'],
  clauses: ['8.1.4.8 b', '8.1.4.10 a'],
  rows: [],
  peers: ['DL3064', 'DS-0031', 'CKV2_DOCKER_17', 'secret-in-build-arg', 'SecretsUsedInArgOrEnv', 'S6472', 'CIS 4.10', 'DI-0010'],
  title: { en: 'Keep secrets out of the build', 'zh-cn': '构建过程不得包含机密' },
  why: {
    en: "What ARG and ENV hold stays in the image's history and configuration, readable to everybody who can pull it, even when a later layer deletes it.",
    'zh-cn': 'ARG 和 ENV 的内容会留在镜像历史和配置中,能拉取镜像的人都能读取,即使后续层删除也一样。',
  },
  remedy: {
    en: 'Use `RUN --mount=type=secret,id=…` in the build and give run-time secrets when the container starts.',
    'zh-cn': '构建时使用 `RUN --mount=type=secret,id=…`;运行时机密在容器启动时提供。',
  },
  messages: {
    env: {
      en: '{name} looks like a secret and would ship in the image. Give it when the container starts, or mount it with --mount=type=secret.',
      'zh-cn': '{name} 像是机密,会随镜像交付。请在容器启动时提供,或用 --mount=type=secret 挂载。',
    },
    arg: {
      en: "The build argument {name} looks like a secret; its value stays in the image's history. Use RUN --mount=type=secret.",
      'zh-cn': '构建参数 {name} 像是机密,其值会留在镜像历史中。请使用 RUN --mount=type=secret。',
    },
    chpasswd: {
      en: 'A password set during the build ships with the image. Leave the account without password, or set it when the container starts.',
      'zh-cn': '构建时设置的口令会随镜像交付。请让账户不设口令,或在容器启动时设置。',
    },
  },
  check: {
    dockerfile(file, { report }) {
      const chain = new Set(file.chain.flatMap((s) => s.instructions));
      for (const instruction of file.instructions) {
        const severity = chain.has(instruction) ? undefined : 'warning';
        const message = (instruction.trigger ?? instruction).keyword === 'ENV' ? 'env' : 'arg';
        for (const { name, raw, place } of variablesOf(file.uri, instruction)) {
          if (isSecretName(name) && !isNone(message, raw)) report({ place, message, severity, data: { name } });
        }
        if (instruction.keyword === 'RUN' && /\|\s*(sudo\s+)?chpasswd\b/.test(instruction.args.text))
          report({ place: instruction.place, message: 'chpasswd', severity });
      }
    },
    container({ build, name: service }, { report }) {
      for (const { name, value, place } of build.args) {
        if (!isSecretName(name) || (value && isNone('arg', value.raw))) continue;
        const literal = value && !value.raw.includes('$');
        report({ place: value?.place ?? place, message: 'arg', severity: literal ? undefined : 'warning', data: { name }, service });
      }
    },
  },
};

/** Empty or a truth value; for ENV also what only hands on a variable or names a file. A placeholder excuses nothing: the name decides. */
function isNone(message: 'env' | 'arg', raw: string | undefined): boolean {
  if (raw === undefined) return false;
  const value = unquote(raw);
  if (/^(?:|true|false|yes|no|on|off)$/i.test(value)) return true;
  return message === 'env' && /^\$\{?\w+\}?$|^(\/|\.\/)/.test(value);
}
