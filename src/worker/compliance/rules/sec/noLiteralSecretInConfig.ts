/**
 * MLPS-SEC-002: no secret stands as plain text in a compose file, a run line, a CI pipeline, an
 * application's settings or the variables of a host's file.
 */
import { kindRow } from '../../../protocol/fileKinds';
import { readsSecretFile } from '../../data/secretFileVariables';
import { belongsToService, ciInputs, ciVariables } from '../../documents/ci/ciVariables';
import { variableFor } from '../../documents/logs/agentSecrets';
import type { Script } from '../../documents/shell/script';
import type { ShellCommand } from '../../documents/shell/shellTypes';
import { outlive, variableIn, variablesSet } from '../../documents/shell/shellVariables';
import { isDocumentation } from '../../kindOf';
import { credentialIn } from '../../model/connectionString';
import type { Container, EnvironmentEntry } from '../../model/container';
import { isDefaultSecret, isMadeUpSecret } from '../../model/defaultSecret';
import { isForJobs } from '../../model/filePurpose';
import { dockerName, referenceOf } from '../../model/imageReference';
import { literalOf } from '../../model/literal';
import { isSecretSetting } from '../../model/secretName';
import { hasUserInfo, looksGenerated } from '../../model/secretValue';
import { type Place, placeIn, UNKNOWN } from '../../model/value';
import { once } from '../../once';
import { fromEnvironment, pythonSecrets } from '../../readings/pythonSecrets';
import { CONTAINER_KINDS } from '../../ruleKinds';
import type { Rule } from '../rule';
import { requireVariable } from './requireVariable';

export const noLiteralSecretInConfig: Rule = {
  id: 'MLPS-SEC-002',
  name: 'no-literal-secret-in-config',
  severity: 'error',
  profile: 'recommended',
  kinds: [
    ...CONTAINER_KINDS,
    'ci',
    'python',
    'logAgent',
    'makefile',
    'systemd',
    'crontab',
    'shell',
    'nginx',
    'rsyslog',
  ],
  wider: {
    en: 'Secrets in files for tests or development, those of a service beside a CI job, and values that say themselves that they are made up (`placeholder`), save the password that a database begins with.',
    'zh-cn': '测试或开发用文件中的机密、CI 作业旁服务的机密，以及自称虚构的值（`placeholder`），数据库的初始口令除外。',
  },
  clauses: ['~8.1.4.1 a', '8.1.4.8 b'],
  highRisk: ['6.4.5.2'],
  triggers: ['A-25'],
  rows: ['C05'],
  peers: ['CL-0020', 'avoid_hardcoded_config_SECRET_KEY'],
  title: { en: 'Keep secrets out of configuration files', 'zh-cn': '配置文件中不得写入明文机密' },
  why: {
    en: 'Whoever may read the repository, one of its copies or `docker inspect` has the secret, and it can never be taken back from the history. A default inside `${X:-…}` is shipped just the same.',
    'zh-cn':
      '能够读取代码仓库、其任一副本或 `docker inspect` 输出的人都能得到该机密，并且无法再从历史中收回。写在 `${X:-…}` 里的默认值同样会随文件分发。',
  },
  remedy: {
    en: 'Best a `secrets:` stanza with a file that the program reads (`NAME_FILE` in images that know it); else `${NAME:?}` with the value in a `.env` that `.gitignore` names. Change the secret that stood here: it is known.',
    'zh-cn':
      '最好使用 `secrets:` 段和程序会读取的文件（支持的镜像可用 `NAME_FILE`）；否则写 `${NAME:?}`，把值放入已被 `.gitignore` 忽略的 `.env`。曾写在此处的机密已经泄露，请更换。',
  },
  messages: {
    literal: {
      en: 'The secret {name} stands here as plain text. Take it from a secret file ({name}_FILE) or from a variable: {variable}.',
      'zh-cn': '机密 {name} 以明文写在此处。请改用机密文件（{name}_FILE）或变量：{variable}。',
    },
    literalNoFile: {
      en: 'The secret {name} stands here as plain text. Take it from a variable: {variable}.',
      'zh-cn': '机密 {name} 以明文写在此处。请改用变量：{variable}。',
    },
    fallback: {
      en: 'The default of {name} is a secret in plain text and is used wherever the variable is not set. Write {variable} instead.',
      'zh-cn': '{name} 的默认值是明文机密，变量未设置时就会使用。请改写为 {variable}。',
    },
    pipeline: {
      en: 'The secret {name} stands in the pipeline as plain text. Take it from the secret store of the CI system, and change it.',
      'zh-cn': '机密 {name} 以明文写在流水线中。请改用 CI 系统的机密存储，并更换该机密。',
    },
    unit: {
      en: 'The secret {name} stands in this unit as plain text, and `systemctl show` tells it to everybody. Load it with LoadCredential= or from an EnvironmentFile= that only root may read, and change it.',
      'zh-cn':
        '机密 {name} 以明文写在此单元中，任何人都能用 `systemctl show` 看到。请改用 LoadCredential=，或从仅 root 可读的 EnvironmentFile= 载入，并更换该机密。',
    },
    variable: {
      en: 'The secret {name} stands here as plain text. Keep it in a file that only its user may read, or in the environment, and change it.',
      'zh-cn': '机密 {name} 以明文写在此处。请放入仅其用户可读的文件或环境变量，并更换该机密。',
    },
    require: {
      en: 'Take it from a variable (the value must be set in .env, which must not be committed)',
      'zh-cn': '改为从变量读取（须在 .env 中设置该值，且 .env 不得提交）',
    },
  },
  check: {
    container(container, { report, purpose }) {
      for (const { entry, literal } of secretsIn(container.environment)) {
        const isFile = takesFile(container, entry.name);
        const isMadeUp = isMadeUpSecret(literal);
        // The password that a server begins with holds, whatever it calls itself.
        const isIdle = isMadeUp && !isFile;
        report({
          place: entry.value!.place,
          message: entry.value!.raw.includes('${') ? 'fallback' : isFile ? 'literal' : 'literalNoFile',
          data: { name: entry.name, variable: `\${${entry.name}:?}` },
          severity: isForJobs(purpose) || isIdle ? 'info' : isMadeUp || looksWeak(literal) ? 'warning' : undefined,
          profile: purpose === 'build' || container.ofJob || isIdle ? 'mlps3' : undefined,
          service: container.name,
          fixes: () => [{ safe: false, title: 'require', edits: requireVariable(container, entry) }],
        });
      }
    },
    python(module, { report, purpose }) {
      for (const secret of pythonSecrets(module)) {
        const { name, variable, text, place, isDefault } = secret;
        if (isDefaultSecret(text) || isAddress(text)) continue;
        const isAside = secret.isForDevelopment || isForJobs(purpose) || isMadeUpSecret(text);
        report({
          place: { uri: module.uri, start: place.start, end: place.end },
          message: isDefault ? 'fallback' : 'literalNoFile',
          data: { name, variable: `os.environ["${variable}"]` },
          severity: isAside ? 'info' : looksWeak(text) ? 'warning' : undefined,
          profile: isAside ? 'mlps3' : undefined,
          fixes: () => [{ safe: false, title: 'require', edits: fromEnvironment(module, secret) }],
        });
      }
    },
    agentSecret(secret, { report }) {
      const { name, text, place } = secret;
      if (isDefaultSecret(text) || isAddress(text)) return;
      report({
        place,
        message: 'literalNoFile',
        data: { name, variable: variableFor(secret) },
        severity: looksWeak(text) ? 'warning' : undefined,
      });
    },
    hostVariable({ kind, name, text, place }, { report, purpose }) {
      if (isDocumentation(place.uri) || !isShipped(name, text) || isDefaultSecret(text)) return;
      const isAside = isForJobs(purpose) || isMadeUpSecret(text) || FOR_TESTS.test(text) || FOR_TESTS.test(name);
      report({
        place,
        message: kind === 'systemd' ? 'unit' : 'variable',
        data: { name },
        severity: isAside ? 'info' : looksWeak(text) ? 'warning' : undefined,
        profile: isAside || (kind === 'makefile' && !looksGenerated(text)) ? 'mlps3' : undefined,
      });
    },
    script(script, { report }) {
      const tell = ({ name, text, place }: Written) => {
        if (!isShipped(name, text) || isDefaultSecret(text)) return;
        report({
          place,
          message: 'pipeline',
          data: { name },
          severity: FOR_TESTS.test(text) ? 'info' : looksWeak(text) ? 'warning' : undefined,
          profile: FOR_TESTS.test(text) || belongsToService(script, place) ? 'mlps3' : undefined,
        });
      };
      const { kind } = script;
      for (const { name, value } of ciVariables(script)) tell({ name, text: value.text, place: value.place });
      for (const { name, value } of ciInputs(script))
        if (!LISTS.test(name) && !VARIABLE_NAME.test(value.text)) tell({ name, text: value.text, place: value.place });
      for (const command of kindRow(kind).isPipeline ? script.commands : []) writtenBy(script, command).forEach(tell);
    },
  },
};

/** What says itself that it lives as long as the job. */
const FOR_TESTS = /test|dummy|fake|example|placeholder|^(?:foo|bar|baz|qux|foobar)$/i;

function takesFile({ image }: Container, name: string): boolean {
  const repository = image && dockerName(referenceOf(image));
  return repository !== undefined && readsSecretFile(repository, name);
}

/** Inputs that list secrets by name. */
const LISTS = /^secrets?(|-envs|-files|filter)$/i;

/** `server-password: MAVEN_PASSWORD`: an action that takes the variable's name. */
const VARIABLE_NAME = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;

interface Written {
  name: string;
  text: string;
  place: Place;
}

/**
 * `export NAME=value`, and `echo NAME=value >> $GITHUB_ENV`; what one command alone is given is
 * another rule's matter.
 */
function writtenBy(script: Script, command: ShellCommand): Written[] {
  const forLater = command.redirects.some(
    (r) => r.operator === '>>' && /GITHUB_(ENV|OUTPUT)/.test(r.target?.raw ?? ''),
  );
  const set = outlive(command) ? variablesSet(command) : forLater ? command.words.slice(1).flatMap(variableIn) : [];
  return set.flatMap(({ name, known, place }) =>
    known === undefined ? [] : [{ name, text: known, place: placeIn(script, place) }],
  );
}

const isShipped = (name: string, text: string): boolean =>
  !/\$|\{\{/.test(text) && !text.includes(UNKNOWN) && isSecretSetting(name, text) && !isAddress(text);

/** The secret's text; credentials inside a URL are another rule's matter. */
function secretIn({ name, value }: EnvironmentEntry): string | undefined {
  const literal = value && literalOf(value);
  return literal !== undefined && isSecretSetting(name, literal) && !isAddress(literal) ? literal : undefined;
}

const secretsIn = once((environment: readonly EnvironmentEntry[]) =>
  environment.flatMap((entry) => {
    const literal = secretIn(entry);
    return literal === undefined || isDefaultSecret(literal) ? [] : [{ entry, literal }];
  }),
);

const isAddress = (text: string): boolean => hasUserInfo(text.trim()) || credentialIn(text) !== undefined;

/** Few or ever the same characters: perhaps a word that is no secret at all. */
function looksWeak(text: string): boolean {
  const count = new Map<string, number>();
  for (const c of text) count.set(c, (count.get(c) ?? 0) + 1);
  let bits = 0;
  for (const n of count.values()) bits -= n * Math.log2(n / text.length);
  return bits < 20;
}
