/** MLPS-SEC-001: no secret goes into a build. */
import { withoutEnd } from '../../../text/withoutEnd';
import { buildArguments } from '../../documents/dockerCommand/buildArguments';
import { variablesOf } from '../../documents/dockerfile/declaredVariables';
import type { DockerInstruction } from '../../documents/dockerfile/dockerfile';
import { unquote } from '../../documents/dockerfile/dockerWords';
import { mountedArgument, mountedVariable } from '../../documents/dockerfile/secretMount';
import type { Dockerfile } from '../../documents/dockerfile/stages';
import type { Script } from '../../documents/shell/script';
import { variablesSet } from '../../documents/shell/shellVariables';
import { isDefaultSecret, isMadeUpSecret } from '../../model/defaultSecret';
import { secretArguments } from '../../model/secretArgument';
import { asksForSecret, isSecretSetting } from '../../model/secretName';
import { isHarmlessValue } from '../../model/secretValue';
import { placeIn, UNKNOWN } from '../../model/value';
import { pipedSecrets } from '../../readings/pipedSecret';
import type { Rule, RuleContext } from '../rule';

export const noSecretInBuild: Rule = {
  id: 'MLPS-SEC-001',
  name: 'no-secret-in-build',
  severity: 'error',
  profile: 'recommended',
  kinds: ['dockerfile', 'compose', 'shell', 'ci'],
  clauses: ['8.1.4.8 b', '~8.1.4.10 a'],
  highRisk: ['6.4.5.2'],
  triggers: ['A-25'],
  rows: [],
  peers: [
    'DL3064',
    'DS-0031',
    'CKV2_DOCKER_17',
    'secret-in-build-arg',
    'SecretsUsedInArgOrEnv',
    'S6472',
    'CIS 4.10',
    'DI-0010',
  ],
  title: { en: 'Keep secrets out of the build', 'zh-cn': '构建过程不得包含机密' },
  why: {
    en: "What ARG, ENV and RUN hold stays in the image's history and configuration, readable to everybody who can pull it, even when a later layer deletes it.",
    'zh-cn': 'ARG、ENV 和 RUN 的内容会留在镜像历史和配置中，能拉取镜像的人都能读取，即使后续层删除也一样。',
  },
  remedy: {
    en: 'Use `RUN --mount=type=secret,id=…` in the build (`docker build --secret id=…`) and give run-time secrets when the container starts.',
    'zh-cn':
      '构建时使用 `RUN --mount=type=secret,id=…`（配合 `docker build --secret id=…`）；运行时机密在容器启动时提供。',
  },
  messages: {
    env: {
      en: '{name} looks like a secret and would ship in the image. Give it when the container starts, or mount it with --mount=type=secret.',
      'zh-cn': '{name} 像是机密，会随镜像交付。请在容器启动时提供，或用 --mount=type=secret 挂载。',
    },
    arg: {
      en: "The build argument {name} looks like a secret; its value stays in the image's history. Use RUN --mount=type=secret.",
      'zh-cn': '构建参数 {name} 像是机密，其值会留在镜像历史中。请使用 RUN --mount=type=secret。',
    },
    literal: {
      en: "The secret behind {name} stands here as plain text and stays in the image's history. Use RUN --mount=type=secret, and change it.",
      'zh-cn': '{name} 的机密以明文写在此处，会留在镜像历史中。请使用 RUN --mount=type=secret，并更换该机密。',
    },
    chpasswd: {
      en: 'A password set during the build ships with the image. Leave the account without password, or set it when the container starts.',
      'zh-cn': '构建时设置的口令会随镜像交付。请让账户不设口令，或在容器启动时设置。',
    },
    mount: {
      en: 'Mount {name} as a secret (build with --secret id={name},env={name}; needs Dockerfile syntax 1.10)',
      'zh-cn': '以机密方式挂载 {name}（构建时加 --secret id={name},env={name}；需要 Dockerfile 语法 1.10）',
    },
  },
  check: {
    dockerfile(file, { report }) {
      const chain = new Set(file.chain.flatMap((s) => s.instructions));
      for (const outer of file.instructions) {
        const severity = chain.has(outer) ? undefined : 'warning';
        const instruction = outer.trigger ?? outer;
        const message = instruction.keyword === 'ENV' ? 'env' : 'arg';
        for (const { name, raw, place } of variablesOf(file.uri, outer)) {
          if (!goesIn(message, name, raw)) continue;
          const edits = () => (message === 'arg' ? mountedArgument(file, outer, name) : undefined);
          report({
            place,
            message,
            severity,
            data: { name },
            fixes: () => [{ safe: false, title: 'mount', edits: edits() }],
          });
        }
        for (const { place, name } of startSecrets(file, instruction))
          report({ place, message: 'literal', severity, data: { name } });
      }
    },
    script(script, context) {
      if (script.run) return inRun(script, context);
      for (const { name, value, variable, place } of buildArguments(script)) {
        if (!goesIn('arg', name, value)) continue;
        context.report({
          place,
          message: 'arg',
          severity: value === undefined || variable ? 'warning' : undefined,
          data: { name },
        });
      }
    },
    container({ build, name: service }, { report }) {
      for (const { name, value, place } of build.args) {
        if (!goesIn('arg', name, value?.raw)) continue;
        const literal = value && !value.raw.includes('$');
        report({
          place: value?.place ?? place,
          message: 'arg',
          severity: literal ? undefined : 'warning',
          data: { name },
          service,
        });
      }
    },
  },
};

/**
 * A placeholder excuses nothing: the name decides. What ENV only hands on was judged where it came
 * from.
 */
function goesIn(message: 'env' | 'arg', name: string, raw: string | undefined): boolean {
  const value = raw === undefined ? undefined : unquote(raw);
  return asksForSecret(name, value) && !(message === 'env' && value !== undefined && /^\$\{?\w+\}?$/.test(value));
}

/** Literals in the commands of a RUN. */
function inRun(script: Script, { report }: RuleContext): void {
  const ships = script.run?.ships ? undefined : 'warning';
  /** Rails and its like want any text at all to build with. */
  const severity = (secret: string) => (isDefaultSecret(secret) || isMadeUpSecret(secret) ? 'info' : ships);
  for (const command of script.commands) {
    for (const variable of variablesSet(command)) {
      const { name, known, place } = variable;
      if (known === undefined || !isSecretSetting(name, known)) continue;
      const fixes = () => [{ safe: false, title: 'mount', edits: mountedVariable(script, command, variable) }];
      report({ place: placeIn(script, place), message: 'literal', severity: severity(known), data: { name }, fixes });
    }
    for (const { argument, secret, option } of secretArguments(
      command.words.map((word) => ({ text: word.resolved, place: word })),
    )) {
      if (secret.includes(UNKNOWN) || isHarmlessValue(secret) || argument.place.indirect) continue;
      report({
        place: placeIn(script, argument.place),
        message: 'literal',
        severity: severity(secret),
        data: { name: withoutEnd(option, '= \t\r\n') },
      });
    }
  }
  for (const { reader, word, secret, command } of pipedSecrets(script)) {
    const sets = reader === 'chpasswd' || reader === 'passwd';
    if (/^[!*]/.test(secret) || (!sets && (word?.known === undefined || isHarmlessValue(secret)))) continue;
    const place = placeIn(script, word ?? command);
    report({ place, message: sets ? 'chpasswd' : 'literal', severity: ships, data: { name: reader } });
  }
}

/** Literals in what the image starts with. */
function startSecrets({ uri }: Dockerfile, { keyword, json, words, args }: DockerInstruction) {
  if (!/^(CMD|ENTRYPOINT|HEALTHCHECK)$/.test(keyword)) return [];
  const list = (json ?? words).slice(keyword === 'HEALTHCHECK' && !json ? 1 : 0);
  if (args.text.length > 20_000) return [];
  return secretArguments(list.map(({ text, place }) => ({ text: unquote(text), place })))
    .filter(({ secret }) => !secret.includes('$') && !isHarmlessValue(secret))
    .map(({ argument, option }) => ({ place: { ...argument.place, uri }, name: withoutEnd(option, '= \t\r\n') }));
}
