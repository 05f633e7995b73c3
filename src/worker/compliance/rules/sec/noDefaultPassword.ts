/** MLPS-SEC-007: no password that everybody tries first, and none left out. */
import { ciInputs, ciVariables } from '../../documents/ci/ciVariables';
import { variablesOf } from '../../documents/dockerfile/declaredVariables';
import { variableFor } from '../../documents/logs/agentSecrets';
import { isDocumentation } from '../../kindOf';
import type { EnvironmentEntry } from '../../model/container';
import {
  allowsNoPassword,
  givesVisitorsRights,
  isDefaultSecret,
  isGapForIssued,
  isToChange,
  standsForReaders,
} from '../../model/defaultSecret';
import { isDevelopmentEnv } from '../../model/developmentFile';
import { isForJobs } from '../../model/filePurpose';
import { literalOf } from '../../model/literal';
import { isSecretSetting } from '../../model/secretName';
import { isTemplateFile } from '../../model/templateFile';
import { placeIn } from '../../model/value';
import { once } from '../../once';
import { fromEnvironment, pythonSecrets } from '../../readings/pythonSecrets';
import { CONTAINER_KINDS } from '../../ruleKinds';
import type { Report, Rule } from '../rule';
import { requireVariable } from './requireVariable';

/** A database with made-up data that lives as long as a job, or on a developer's machine. */
const FOR_A_JOB: Pick<Report, 'severity' | 'profile'> = { severity: 'info', profile: 'mlps3' };

export const noDefaultPassword: Rule = {
  id: 'MLPS-SEC-007',
  name: 'no-default-password',
  severity: 'error',
  profile: 'recommended',
  kinds: ['dockerfile', ...CONTAINER_KINDS, 'shell', 'env', 'python', 'logAgent', 'nginx', 'rsyslog'],
  wider: {
    en: 'Databases of CI jobs, tests and development; what is to be replaced before use: a gap for a key that a service issues (`your-api-key`), `changeme` in a file to fill in (`compose.example.yaml`), `password` in Markdown.',
    'zh-cn':
      'CI 作业、测试和开发用的数据库；使用前须替换的文字：待填写的服务方签发的密钥（`your-api-key`）、待填写文件（`compose.example.yaml`）中的 `changeme`、Markdown 中的 `password`。',
  },
  clauses: ['8.1.4.1 a', '8.1.4.2 b'],
  highRisk: ['6.4.1.1', '6.4.2.1'],
  triggers: ['A-18'],
  rows: ['C05'],
  peers: ['DKL-LI-0001'],
  title: { en: 'No default or empty passwords', 'zh-cn': '不得使用默认口令或空口令' },
  why: {
    en: 'Default passwords are the first that a scanner tries, minutes after a port is reachable. The clause asks to rename default accounts or to change their passwords.',
    'zh-cn': '端口可达后几分钟内，扫描器就会先尝试默认口令。条款要求重命名或删除默认账户，修改默认口令。',
  },
  remedy: {
    en: 'Generate a secret of its own (`openssl rand -base64 24`) and pass it as a secret file or a variable; remove the switch that allows an empty password.',
    'zh-cn': '为其生成独立的机密（`openssl rand -base64 24`），以机密文件或变量传入；移除允许空口令的开关。',
  },
  messages: {
    common: {
      en: '{name} has a password that everybody tries first. Generate one and take it from a secret file or {variable}.',
      'zh-cn': '{name} 使用了人人都会先尝试的默认口令。请生成新口令，并从机密文件或 {variable} 读取。',
    },
    none: {
      en: '{name} lets everybody in without a password. Remove it and set a password.',
      'zh-cn': '{name} 允许无口令登录。请移除并设置口令。',
    },
    emptied: {
      en: 'This gives the account an empty password. Lock it instead: passwd -l.',
      'zh-cn': '此命令把账户口令置空。请改为锁定账户：passwd -l。',
    },
    require: {
      en: 'Take it from a variable (a new password must be set in .env, which must not be committed)',
      'zh-cn': '改为从变量读取（须在 .env 中设置新口令，且 .env 不得提交）',
    },
    remove: { en: 'Remove it (a password must then be set)', 'zh-cn': '移除（之后必须设置口令）' },
  },
  check: {
    container(container, { report, purpose }) {
      for (const { entry, value, literal, message } of passwordsIn(container.environment)) {
        const { name } = entry;
        const fix = () =>
          message === 'none'
            ? { title: 'remove', edits: container.writer.remove(value) }
            : { title: 'require', edits: requireVariable(container, entry) };
        const data = { name, variable: `\${${name}:?}` };
        const stands = message === 'common' && standsForAnother(name, literal, value.place.uri);
        const mild = container.ofJob || isForJobs(purpose) || stands ? FOR_A_JOB : undefined;
        report({
          ...mild,
          place: value.place,
          message,
          data,
          service: container.name,
          fixes: () => [{ safe: false, ...fix() }],
        });
      }
    },
    envFile({ uri, entries }, { report, purpose }) {
      // The database on a developer's machine, filled with made-up data.
      const forJob = isDevelopmentEnv(uri) || isForJobs(purpose) ? FOR_A_JOB : undefined;
      for (const { name, literal, place } of entries) {
        if (literal === undefined) continue;
        const data = { name, variable: `\${${name}:?}` };
        if (allowsNoPassword(name, literal)) report({ ...forJob, place, message: 'none', data });
        else if (isSecretSetting(name, literal) && isDefaultSecret(literal)) {
          const mild = standsForAnother(name, literal, uri) ? FOR_A_JOB : forJob;
          report({ ...mild, place, message: 'common', data });
        }
      }
    },
    hostVariable({ kind, name, text, place }, { report, purpose }) {
      const data = { name, variable: `\${${name}}` };
      // Of a Makefile: the database that its recipes start for the developer.
      const isAside = kind === 'makefile' || isForJobs(purpose) || standsForAnother(name, text, place.uri);
      const mild = isAside ? FOR_A_JOB : undefined;
      if (allowsNoPassword(name, text)) report({ ...mild, place, message: 'none', data });
      else if (isSecretSetting(name, text) && isDefaultSecret(text))
        report({ ...mild, place, message: 'common', data });
    },
    agentSecret(secret, { report }) {
      const { name, text, place } = secret;
      if (!isDefaultSecret(text)) return;
      const mild = standsForAnother(name, text, place.uri) ? FOR_A_JOB : undefined;
      report({ ...mild, place, message: 'common', data: { name, variable: variableFor(secret) } });
    },
    python(module, { report, purpose }) {
      for (const secret of pythonSecrets(module)) {
        const { name, variable, text, place } = secret;
        if (!isDefaultSecret(text)) continue;
        const stands = module.isExcerpt ? standsForReaders(text) : isGapForIssued(name, text);
        const isAside = secret.isForDevelopment || isForJobs(purpose) || stands;
        report({
          ...(isAside ? FOR_A_JOB : undefined),
          place: { uri: module.uri, start: place.start, end: place.end },
          message: 'common',
          data: { name, variable: `os.environ["${variable}"]` },
          fixes: () => [{ safe: false, title: 'require', edits: fromEnvironment(module, secret) }],
        });
      }
    },
    dockerfile(file, { report }) {
      for (const instruction of file.instructions) {
        for (const { name, raw, place } of variablesOf(file.uri, instruction)) {
          const literal = raw === undefined ? undefined : literalOf({ raw }, '\\');
          if (literal !== undefined && allowsNoPassword(name, literal))
            report({ place, message: 'none', data: { name } });
        }
      }
    },
    script(script, { report }) {
      for (const { name, value } of [...ciVariables(script), ...ciInputs(script)]) {
        const data = { name, variable: `\${${name}}` };
        // The database of a test job, which lives as long as the job.
        if (allowsNoPassword(name, value.text)) report({ ...FOR_A_JOB, place: value.place, message: 'none', data });
        else if (isSecretSetting(name, value.text) && isDefaultSecret(value.text))
          report({ ...FOR_A_JOB, place: value.place, message: 'common', data });
      }
      for (const command of script.commands) {
        const { words } = command;
        if (words[0]?.known === 'passwd' && words.some((w) => w.known === '-d' || w.known === '--delete'))
          report({ place: placeIn(script, command), message: 'emptied' });
      }
    },
  },
};

/**
 * Where the text is to be replaced before anything runs: a key that others issue, a file to fill
 * in, a text for people.
 */
function standsForAnother(name: string, literal: string, uri: string): boolean {
  if (isDocumentation(uri)) return standsForReaders(literal);
  return isGapForIssued(name, literal) || (isTemplateFile(uri) && isToChange(literal));
}

const passwordsIn = once((environment: readonly EnvironmentEntry[]) => {
  const settings = environment.map((entry) => ({
    entry,
    name: entry.name,
    literal: entry.value && literalOf(entry.value),
  }));
  const open = givesVisitorsRights(settings);
  return settings.flatMap((setting) => {
    const { entry, name, literal } = setting;
    const { value } = entry;
    if (!value || literal === undefined) return [];
    if (setting === open || allowsNoPassword(name, literal)) return [{ entry, value, literal, message: 'none' }];
    return isSecretSetting(name, literal) && isDefaultSecret(literal)
      ? [{ entry, value, literal, message: 'common' }]
      : [];
  });
});
