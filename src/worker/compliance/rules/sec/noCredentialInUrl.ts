/** MLPS-SEC-003: no password inside an address. */
import { ciVariables } from '../../documents/ciVariables';
import { placeIn as partOf } from '../../documents/dockerfile';
import { ENGINES } from '../../documents/dockerRunOptions';
import { placeIn } from '../../documents/script';
import { commandName } from '../../documents/shellWrappers';
import { ALL_KINDS } from '../../kinds';
import type { Container, EnvironmentEntry } from '../../model/container';
import { isDefaultSecret } from '../../model/defaultSecret';
import { writtenText } from '../../model/literal';
import { type Edit, UNKNOWN, type Value } from '../../model/value';
import type { Rule } from '../rule';
import { writeValue } from './requireVariable';

const WITH_PASSWORD = /\b[a-z][a-z0-9+.-]*:\/\/([^\s:/@'"]*):([^\s/@'"]+)@([^\s/:'"?#]+)/i;
/** Marks to be filled in. */
const PLACEHOLDER = /^(\*+|x{2,}|\.{3}|<.*>|\[.*\]|\{.*\}|%\w+%)$/i;
/** In a document these words stand for the reader's own password; in a file that runs they are the password. */
const EXAMPLE = /^(my|your|the)?[-_]?(password|passwd|pass|pwd|pw|user|secret|token|example|changeme)$/i;
const EXAMPLE_HOST = /(^|\.)example(\.(com|org|net))?$|\.invalid$|^(host|hostname|your[-_.].*)$/i;

export const noCredentialInUrl: Rule = {
  id: 'MLPS-SEC-003',
  name: 'no-credential-in-url',
  severity: 'error',
  profile: 'recommended',
  kinds: [...ALL_KINDS, 'shell', 'ci', 'env'],
  clauses: ['8.1.4.8 b'],
  rows: [],
  peers: ['CL-0021'],
  title: { en: 'Keep passwords out of addresses', 'zh-cn': '地址中不得包含口令' },
  why: {
    en: 'Addresses are logged, shown in process lists and error messages, and so is the password inside them.',
    'zh-cn': '地址会出现在日志、进程列表和错误信息中,其中的口令也随之泄露。',
  },
  remedy: {
    en: 'Give user and password by variables or a secret file, and change the password: it was published.',
    'zh-cn': '请通过变量或 secret 文件提供用户名和口令,并更换已暴露的口令。',
  },
  messages: {
    password: {
      en: 'This address for {host} holds a password. Take it from a variable or a secret, and change it.',
      'zh-cn': '指向 {host} 的地址中含有口令。请改用变量或 secret,并更换口令。',
    },
    require: {
      en: 'Take the password from a variable (it must be set in .env, percent-encoded; .env must not be committed)',
      'zh-cn': '口令改为从变量读取(须在 .env 中以百分号编码设置,且 .env 不得提交)',
    },
  },
  check: {
    container(container, { report }) {
      const { environment, command, entrypoint, name: service, origin } = container;
      const textOf = ({ raw, resolved }: Value) => (origin === 'compose' ? writtenText(raw) : resolved);
      const tell = (value: Value, edits?: (password: string) => Edit[] | undefined) => {
        const { place } = value;
        const found = credentialIn(textOf(value));
        if (!found || inDocument(place.uri, found)) return;
        const fixes = [{ safe: false, title: 'require', edits: edits?.(found.password) }];
        report({ place, message: 'password', data: { host: found.host }, service, fixes });
      };
      for (const entry of environment) if (entry.value) tell(entry.value, (password) => variableInUrl(container, entry, password));
      for (const value of [...command, ...entrypoint]) tell(value);
    },
    envFile({ entries }, { report }) {
      for (const { text, place } of entries) {
        const found = credentialIn(writtenText(text));
        if (found) report({ place, message: 'password', data: { host: found.host } });
      }
    },
    script(script, { report }) {
      // A service's command is judged as the container's.
      if (script.run || script.kind === 'compose') return;
      for (const { value } of ciVariables(script)) {
        const found = credentialIn(value.text);
        // The database of a test job, which lives as long as the job.
        if (found) report({ place: value.place, message: 'password', data: { host: found.host }, severity: 'info' });
      }
      for (const { words, assignments } of script.commands) {
        // The arguments of a container are judged as the container's.
        const own = ENGINES.has(commandName(words[0]) ?? '') ? [] : words;
        for (const word of [...own, ...assignments.flatMap((a) => a.value ?? [])]) {
          const found = word.indirect ? undefined : credentialIn(word.resolved);
          if (!found || inDocument(script.uri, found)) continue;
          const severity = script.kind === 'ci' && isDefaultSecret(found.password) ? 'info' : undefined;
          report({ place: placeIn(script, word), message: 'password', severity, data: { host: found.host } });
        }
      }
    },
    dockerfile(file, { report }) {
      for (const outer of file.instructions) {
        const { keyword, args } = outer.trigger ?? outer;
        const found = credentialIn(args.text);
        if (!found || inDocument(file.uri, found) || !['RUN', 'ENV', 'ARG', 'ADD', 'CMD', 'ENTRYPOINT'].includes(keyword)) continue;
        report({ place: partOf(args, file.uri, found.start, found.end), message: 'password', data: { host: found.host } });
      }
    },
  },
};

interface Credential {
  password: string;
  host: string;
  /** From the scheme to the host. */
  start: number;
  end: number;
}

/** The first address with a literal password. */
function credentialIn(text: string): Credential | undefined {
  const match = WITH_PASSWORD.exec(text.length > 20_000 ? text.slice(0, 20_000) : text);
  if (!match) return undefined;
  const [whole, , password = '', host = ''] = match;
  if (password.includes('$') || password.includes(UNKNOWN) || PLACEHOLDER.test(password) || EXAMPLE_HOST.test(host)) return undefined;
  return { password, host, start: match.index, end: match.index + whole.length };
}

const inDocument = (uri: string, { password }: Credential): boolean =>
  /\.(md|markdown)$/i.test(uri) && (EXAMPLE.test(password) || isDefaultSecret(password));

/** `DATABASE_URL: postgres://u:pw@db` → `postgres://u:${DATABASE_PASSWORD:?}@db`. */
function variableInUrl(container: Container, entry: EnvironmentEntry, password: string): Edit[] | undefined {
  const name = entry.name.replace(/_?(URL|URI|DSN|CONNECTION_STRING)$/i, '');
  const text = entry.value?.resolved ?? '';
  const at = text.indexOf(`:${password}@`);
  if (at < 0 || !/^\w*$/.test(name)) return undefined;
  const variable = `\${${name === '' ? '' : `${name}_`}PASSWORD:?}`;
  return writeValue(container, entry, `${text.slice(0, at + 1)}${variable}${text.slice(at + 1 + password.length)}`);
}
