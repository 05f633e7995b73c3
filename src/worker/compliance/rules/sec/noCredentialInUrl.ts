/** MLPS-SEC-003: no password inside an address. */
import { ciVariables } from '../../documents/ciVariables';
import { placeIn as partOf } from '../../documents/dockerfile';
import { ENGINES } from '../../documents/dockerRunOptions';
import { placeIn } from '../../documents/script';
import { commandName } from '../../documents/shellWrappers';
import { ALL_KINDS } from '../../kinds';
import { UNKNOWN, type Value } from '../../model/value';
import type { Rule } from '../rule';

const WITH_PASSWORD = /\b[a-z][a-z0-9+.-]*:\/\/([^\s:/@'"]*):([^\s/@'"]+)@([^\s/:'"?#]+)/i;
const PLACEHOLDER = /^(\*+|x+|<.*>|\{.*\}|%.*%|password|pass|pwd|user|secret|example|changeme)$/i;

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
  },
  check: {
    container({ environment, command, entrypoint, name }, { report }) {
      const values: Value[] = [...environment.flatMap((e) => e.value ?? []), ...command, ...entrypoint];
      for (const value of values) {
        const host = passwordHost(value.resolved);
        if (host) report({ place: value.place, message: 'password', data: { host }, service: name });
      }
    },
    envFile({ entries }, { report }) {
      for (const { text, place } of entries) {
        const host = passwordHost(text);
        if (host) report({ place, message: 'password', data: { host } });
      }
    },
    script(script, { report }) {
      if (script.run) return;
      for (const { value } of ciVariables(script.pipeline?.root)) {
        const host = passwordHost(value.text);
        // The database of a test job, which lives as long as the job.
        if (host) report({ place: value.place, message: 'password', data: { host }, severity: 'info' });
      }
      for (const { words, assignments } of script.commands) {
        // The arguments of a container are judged as the container's.
        const own = ENGINES.has(commandName(words[0]) ?? '') ? [] : words;
        for (const word of [...own, ...assignments.flatMap((a) => a.value ?? [])]) {
          const host = word.indirect ? undefined : passwordHost(word.resolved);
          if (host) report({ place: placeIn(script, word), message: 'password', data: { host } });
        }
      }
    },
    dockerfile(file, { report }) {
      for (const outer of file.instructions) {
        const { keyword, args } = outer.trigger ?? outer;
        const host = passwordHost(args.text);
        if (!host || !['RUN', 'ENV', 'ARG', 'ADD', 'CMD', 'ENTRYPOINT'].includes(keyword)) continue;
        const found = WITH_PASSWORD.exec(args.text.slice(0, 20_000))!;
        const place = partOf(args, file.uri, found.index, found.index + found[0].length);
        report({ place, message: 'password', data: { host } });
      }
    },
  },
};

/** The host of an address with a literal password. */
function passwordHost(text: string): string | undefined {
  const match = WITH_PASSWORD.exec(text.length > 20_000 ? text.slice(0, 20_000) : text);
  if (!match) return undefined;
  const [, , password = '', host = ''] = match;
  if (password.includes('$') || password.includes(UNKNOWN) || PLACEHOLDER.test(password)) return undefined;
  return /(^|\.)example\.(com|org|net)$/.test(host) ? undefined : host;
}
