/** MLPS-SEC-004: no secret is an argument of a program. */
import { placeIn } from '../../documents/script';
import { commandName } from '../../documents/shellWrappers';
import { type Argument, type SecretArgument, secretArguments } from '../../model/secretArgument';
import { isHarmlessValue } from '../../model/secretName';
import { type Place, UNKNOWN, type Value } from '../../model/value';
import type { Report, Rule } from '../rule';

export const noSecretOnCommandLine: Rule = {
  id: 'MLPS-SEC-004',
  name: 'no-secret-on-command-line',
  severity: 'warning',
  profile: 'recommended',
  kinds: ['dockerfile', 'compose', 'run', 'shell'],
  clauses: ['8.1.4.8 b'],
  rows: [],
  peers: [],
  title: { en: 'Keep secrets off the command line', 'zh-cn': '命令行中不得出现机密' },
  why: {
    en: 'Every user of the machine sees the arguments of all programs, and shells and logs keep them.',
    'zh-cn': '机器上的每个用户都能看到所有程序的参数,shell 历史和日志也会留存它们。',
  },
  remedy: {
    en: 'Give it through a file, standard input (`docker login --password-stdin`) or a protected variable the program reads itself.',
    'zh-cn': '通过文件、标准输入(`docker login --password-stdin`)或由程序自行读取的受保护变量提供。',
  },
  messages: {
    literal: {
      en: 'The secret behind {option} stands here and is seen by every user of the machine while the program runs. Use a file or standard input.',
      'zh-cn': '{option} 后的机密直接写在这里,程序运行时机器上的每个用户都能看到。请改用文件或标准输入。',
    },
    variable: {
      en: 'The value behind {option} is seen by every user of the machine while the program runs. Use a file or standard input.',
      'zh-cn': '程序运行时,机器上的每个用户都能看到 {option} 后的值。请改用文件或标准输入。',
    },
    stdin: {
      en: 'Read the password from standard input (it must be piped in)',
      'zh-cn': '从标准输入读取口令(须通过管道传入)',
    },
  },
  check: {
    script(script, { report }) {
      for (const { words } of script.commands) {
        for (const secret of secretArguments(words.map((word) => ({ text: word.resolved, place: word })))) {
          const place = placeIn(script, secret.argument.place);
          const login = /^(docker|podman|nerdctl)$/.test(commandName(words[0]) ?? '') && !words.some((w) => w.indirect);
          const at = words.indexOf(secret.argument.place);
          const joined = secret.option.endsWith('=') || secret.argument.text.startsWith('-');
          const start = joined ? place.start : words[at - 1]!.start;
          const edits = login ? [{ ...place, start, newText: '--password-stdin' }] : undefined;
          const found = reportOf(secret, place);
          if (found) report({ ...found, fixes: [{ safe: false, title: 'stdin', edits }] });
        }
      }
    },
    container({ entrypoint, command, name: service }, { report }) {
      for (const secret of secretArguments([...entrypoint, ...command].flatMap(wordsOf))) {
        const found = reportOf(secret, secret.argument.place);
        if (found) report({ ...found, service });
      }
    },
  },
};

/** A list item is one word; a string is split at its blanks and keeps its place as a whole. */
const wordsOf = ({ resolved, place }: Value): Argument<Place>[] =>
  resolved
    .split(/\s+/)
    .filter(Boolean)
    .map((text) => ({ text, place }));

/** Undefined for what is neither literal nor out of a variable: a placeholder, a path. */
function reportOf({ secret, option }: SecretArgument<unknown>, place: Place): Report | undefined {
  const data = { option: option.replace(/[=\s]+$/, '') };
  if (secret.includes(UNKNOWN)) return { place, message: 'variable', severity: 'info', data };
  return isHarmlessValue(secret) ? undefined : { place, message: 'literal', data };
}
