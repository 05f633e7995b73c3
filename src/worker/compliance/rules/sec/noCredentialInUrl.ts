/** MLPS-SEC-003: no password inside an address. */

import type { Kind } from '../../../protocol/fileKinds';
import { ciVariables } from '../../documents/ci/ciVariables';
import { buildArguments } from '../../documents/dockerCommand/buildArguments';
import { ENGINES } from '../../documents/dockerCommand/dockerRunOptions';
import type { DockerInstruction } from '../../documents/dockerfile/dockerfile';
import { placeIn as partOf } from '../../documents/dockerfile/mappedText';
import { isDocumentation } from '../../kindOf';
import { type Credential, credentialIn } from '../../model/connectionString';
import type { Container, EnvironmentEntry } from '../../model/container';
import { isDefaultSecret, standsForReaders } from '../../model/defaultSecret';
import { isForJobs } from '../../model/filePurpose';
import { writtenText } from '../../model/literal';
import { type Edit, placeIn, type Value } from '../../model/value';
import { once } from '../../once';
import { isForDevelopment, settingsOf, usesFlask } from '../../readings/appSettings';
import { writtenAddresses } from '../../readings/writtenAddresses';
import { IMAGE_KINDS } from '../../ruleKinds';
import type { Rule } from '../rule';
import { writeValue } from './requireVariable';

/** Settings of programs, which are read for addresses alone. */
const SETTINGS: readonly Kind[] = [
  'nginx',
  'caddy',
  'traefik',
  'logAgent',
  'logStore',
  'rsyslog',
  'daemon',
  'requirements',
];

export const noCredentialInUrl: Rule = {
  id: 'MLPS-SEC-003',
  name: 'no-credential-in-url',
  severity: 'error',
  profile: 'recommended',
  kinds: [...IMAGE_KINDS, 'shell', 'ci', 'env', 'python', ...SETTINGS],
  wider: {
    en: 'In CI jobs: databases on this machine, default passwords. In Markdown: databases on this machine whose password is the name of their user (`app:app@localhost`).',
    'zh-cn': 'CI 作业中本机的数据库和默认口令；Markdown 中口令与用户名相同的本机数据库（`app:app@localhost`）。',
  },
  clauses: ['8.1.4.8 b'],
  highRisk: ['6.4.5.2'],
  triggers: ['A-25'],
  rows: [],
  peers: ['CL-0021'],
  title: { en: 'Keep passwords out of addresses', 'zh-cn': '地址中不得包含口令' },
  why: {
    en: 'Addresses are logged, shown in process lists and error messages, and so is the password inside them.',
    'zh-cn': '地址会出现在日志、进程列表和错误信息中，其中的口令也随之泄露。',
  },
  remedy: {
    en: 'Give user and password by variables or a secret file, and change the password: it was published.',
    'zh-cn': '请通过变量或 secret 文件提供用户名和口令，并更换已暴露的口令。',
  },
  messages: {
    password: {
      en: 'This address for {host} holds a password. Take it from a variable or a secret, and change it.',
      'zh-cn': '指向 {host} 的地址中含有口令。请改用变量或 secret，并更换口令。',
    },
    nameless: {
      en: 'This connection string holds a password. Take it from a variable or a secret, and change it.',
      'zh-cn': '此连接串中含有口令。请改用变量或 secret，并更换口令。',
    },
    require: {
      en: 'Take the password from a variable (it must be set in .env, in an address percent-encoded; .env must not be committed)',
      'zh-cn': '口令改为从变量读取（须在 .env 中设置，网址中需百分号编码，且 .env 不得提交）',
    },
  },
  check: {
    container(container, { report }) {
      const { environment, command, entrypoint, build, labels, name: service, origin } = container;
      const tell = (value: Value, edits?: (found: Credential) => Edit[] | undefined) => {
        const { place } = value;
        const found = origin === 'compose' ? writtenCredential(value) : credentialIn(value.resolved);
        if (!found || inDocument(place.uri, found)) return;
        const fixes = () => [{ safe: false, title: 'require', edits: edits?.(found) }];
        report({ place, ...saying(found), service, fixes });
      };
      for (const entry of withCredential(environment))
        if (entry.value) tell(entry.value, (found) => variableInUrl(container, entry, found));
      const given = [...build.args, ...labels].flatMap((entry) => entry.value ?? []);
      for (const value of [...command, ...entrypoint, ...given]) tell(value);
    },
    text({ uri, text, kind }, { report }) {
      if (!SETTINGS.includes(kind)) return;
      for (const { place, found } of writtenAddresses(uri, text)) report({ place, ...saying(found) });
    },
    hostVariable({ text, place }, { report }) {
      const found = credentialIn(text);
      if (found && !inDocument(place.uri, found)) report({ place, ...saying(found) });
    },
    envFile({ entries }, { report }) {
      for (const { text, place } of entries) {
        const found = credentialIn(writtenText(text));
        if (found) report({ place, ...saying(found) });
      }
    },
    script(script, { report }) {
      // A service's command is judged as the container's.
      if (script.run || script.kind === 'compose') return;
      for (const { value } of ciVariables(script)) {
        const found = credentialIn(value.text);
        // The database of a test job, which lives as long as the job.
        if (found)
          report({
            place: value.place,
            ...saying(found),
            severity: 'info',
            profile: isOfJob(found) ? 'mlps3' : undefined,
          });
      }
      const told = buildArguments(script).flatMap(({ value, place }) => {
        const found = value === undefined ? undefined : credentialIn(value);
        if (!found || inDocument(script.uri, found)) return [];
        report({ place, ...saying(found) });
        return [place];
      });
      for (const { name, words, assignments } of script.commands) {
        // The arguments of a container are judged as the container's.
        const own = ENGINES.has(name) ? [] : words;
        for (const word of [...own, ...assignments.flatMap((a) => a.value ?? [])]) {
          const known = word.indirect || told.some(({ start, end }) => word.start <= start && end <= word.end);
          const found = known ? undefined : credentialIn(word.resolved);
          if (!found || inDocument(script.uri, found)) continue;
          const mild =
            script.kind === 'ci' && isOfJob(found) ? ({ severity: 'info', profile: 'mlps3' } as const) : undefined;
          const profile = isForTrial(script.uri, word.resolved, found) ? 'mlps3' : undefined;
          report({ place: placeIn(script, word), ...saying(found), ...(mild ?? { profile }) });
        }
      }
    },
    python(module, { report, purpose }) {
      if (!usesFlask(module) && settingsOf(module).length === 0) return;
      for (const { node, ...context } of module.strings) {
        const found = credentialIn(node.text);
        if (!found || inDocument(module.uri, found) || isForDevelopment(module, context) || isForJobs(purpose))
          continue;
        const profile = isOfJob(found) ? 'mlps3' : undefined;
        report({ place: { uri: module.uri, start: node.start, end: node.end }, ...saying(found), profile });
      }
    },
    dockerfile(file, { report }) {
      for (const outer of file.instructions) {
        const instruction = outer.trigger ?? outer;
        if (!INSTRUCTIONS.has(instruction.keyword)) continue;
        for (const { text, from } of piecesOf(instruction)) {
          const found = credentialIn(text);
          if (!found || inDocument(file.uri, found)) continue;
          const place = partOf(instruction.args, file.uri, from + found.start, from + found.end);
          report({ place, ...saying(found) });
        }
      }
    },
  },
};

const withCredential = once((environment: readonly EnvironmentEntry[]) =>
  environment.filter(({ value }) => value && (writtenCredential(value) ?? credentialIn(value.resolved))),
);

const writtenCredential = once(({ raw }: Value) => credentialIn(writtenText(raw)));

/** A database of the job itself. */
const LOOPBACK = /^(?:127\.0\.0\.1|localhost|\[?::1\]?)(?::\d+)?$/i;

const isOfJob = ({ password, host }: Credential): boolean => isDefaultSecret(password) || LOOPBACK.test(host);

const INSTRUCTIONS = new Set(['RUN', 'ENV', 'ARG', 'ADD', 'CMD', 'ENTRYPOINT']);

const saying = ({ host }: Credential) => ({ message: host === '' ? 'nameless' : 'password', data: { host } });

const inDocument = (uri: string, { password }: Credential): boolean =>
  isDocumentation(uri) && (standsForReaders(password) || isDefaultSecret(password));

/**
 * `app:app@localhost`: a database that readers start to try something. A password of its own may be
 * one behind a tunnel.
 */
const isForTrial = (uri: string, text: string, { password, at, host }: Credential): boolean =>
  isDocumentation(uri) && LOOPBACK.test(host) && text.slice(0, at).endsWith(`//${password}:`);

/** `DATABASE_URL: postgres://u:pw@db` → `postgres://u:${DATABASE_PASSWORD:?}@db`. */
function variableInUrl(
  container: Container,
  entry: EnvironmentEntry,
  { password, at }: Credential,
): Edit[] | undefined {
  const name = entry.name.replace(/_?(URL|URI|DSN|CONNECTION_?STRING)$/i, '');
  const text = entry.value?.resolved ?? '';
  if (!text.startsWith(password, at) || !/^\w*$/.test(name)) return undefined;
  const variable = `\${${name === '' ? '' : `${name}_`}PASSWORD:?}`;
  return writeValue(container, entry, `${text.slice(0, at)}${variable}${text.slice(at + password.length)}`);
}

/**
 * The words of an instruction, each with its index in the text behind the keyword; ENV's old form
 * is one piece.
 */
function piecesOf({ keyword, args, words }: DockerInstruction): { text: string; from: number }[] {
  if (keyword === 'ENV' && words[0] && !words[0].text.includes('=')) return [{ text: args.text, from: 0 }];
  let from = 0;
  return words.map(({ text }) => {
    const at = args.text.indexOf(text, from);
    from = at + text.length;
    return { text, from: at };
  });
}
