/** MLPS-SEC-004: no secret is an argument of a program. */

import { kindRow } from '../../../protocol/fileKinds';
import type { Script } from '../../documents/shell/script';
import type { ShellCommand } from '../../documents/shell/shellTypes';
import { outlive, variablesSet } from '../../documents/shell/shellVariables';
import { isDefaultSecret, looksLikeExample, standsForReaders } from '../../model/defaultSecret';
import { type SecretArgument, secretArguments } from '../../model/secretArgument';
import { isSecretSetting } from '../../model/secretName';
import { isHarmlessValue } from '../../model/secretValue';
import { type Place, placeIn, UNKNOWN } from '../../model/value';
import { passwordFromPipe } from '../../readings/passwordFromPipe';
import { pipedSecrets } from '../../readings/pipedSecret';
import type { Report, Rule } from '../rule';

export const noSecretOnCommandLine: Rule = {
  id: 'MLPS-SEC-004',
  name: 'no-secret-on-command-line',
  severity: 'warning',
  profile: 'recommended',
  kinds: ['compose', 'run', 'shell'],
  wider: {
    en: 'In CI jobs: default passwords. In CI jobs and Markdown: secrets that come out of a variable. In Markdown: what is obviously an example (`New#Password1`).',
    'zh-cn': 'CI 作业中的默认口令；CI 作业和 Markdown 中来自变量的机密；Markdown 中自称示例的文字（`New#Password1`）。',
  },
  clauses: ['8.1.4.8 b'],
  highRisk: ['6.4.5.2'],
  triggers: ['A-25'],
  rows: [],
  peers: [],
  title: { en: 'Keep secrets off the command line', 'zh-cn': '命令行中不得出现机密' },
  why: {
    en: 'Every user of the machine sees the arguments of all programs, and shells and logs keep them.',
    'zh-cn': '机器上的每个用户都能看到所有程序的参数，shell 历史和日志也会留存它们。',
  },
  remedy: {
    en: 'Give it through a file, standard input (`docker login --password-stdin`) or a protected variable the program reads itself.',
    'zh-cn': '通过文件、标准输入（`docker login --password-stdin`）或由程序自行读取的受保护变量提供。',
  },
  messages: {
    literal: {
      en: 'The secret behind {option} stands here and is seen by every user of the machine while the program runs. Use a file or standard input.',
      'zh-cn': '{option} 后的机密直接写在这里，程序运行时机器上的每个用户都能看到。请改用文件或标准输入。',
    },
    variable: {
      en: 'The value behind {option} is seen by every user of the machine while the program runs. Use a file or standard input.',
      'zh-cn': '程序运行时，机器上的每个用户都能看到 {option} 后的值。请改用文件或标准输入。',
    },
    written: {
      en: 'The secret for {option} stands here as plain text, for everybody who reads this file or the history. Read it from a protected file.',
      'zh-cn': '{option} 的机密以明文写在此处，能读取本文件或命令历史的人都能看到。请从受保护的文件读取。',
    },
    pipe: {
      en: 'Pipe the password in from {variable} (docker login then reads it from standard input)',
      'zh-cn': '通过管道从 {variable} 传入口令（登录命令从标准输入读取）',
    },
  },
  check: {
    script(script, { report }) {
      if (script.run) return;
      const { service } = script;
      for (const command of script.commands) {
        for (const secret of secretArguments(command.words.map((word) => ({ text: word.resolved, place: word })))) {
          const place = placeIn(script, secret.argument.place);
          const found = reportOf(secret, place, script);
          const pipe = found && secret.login ? passwordFromPipe(script, command, secret) : undefined;
          if (!found) continue;
          const data = { ...found.data, variable: pipe?.variable ?? '' };
          // A variable that holds the whole call stands in many lines.
          const isElsewhere =
            found.message === 'literal' && !script.text.slice(place.start, place.end).includes(secret.secret);
          const cause = isElsewhere ? secret.secret : undefined;
          report({ ...found, data, cause, service, fixes: () => [{ safe: false, title: 'pipe', edits: pipe?.edits }] });
        }
        for (const { name, place } of handedOver(script, command))
          report({ place, message: 'written', service, data: { option: name } });
      }
      for (const { word, secret, reader } of pipedSecrets(script)) {
        if (word?.known === undefined || isHarmlessValue(secret) || /^[!*]/.test(secret)) continue;
        report({
          ...mild(script, secret),
          place: placeIn(script, word),
          message: 'written',
          service,
          data: { option: reader },
        });
      }
    },
    container({ entrypoint, command, name: service, origin }, { report }) {
      if (origin === 'compose') return;
      for (const secret of secretArguments(
        [...entrypoint, ...command].map(({ resolved, place }) => ({ text: resolved, place })),
      )) {
        const found = reportOf(secret, secret.argument.place);
        if (found) report({ ...found, service });
      }
    },
  },
};

/** `PGPASSWORD=x psql`: seen by nobody else while it runs, but written here. */
function handedOver(script: Script, command: ShellCommand): { name: string; place: Place }[] {
  if (outlive(command)) return [];
  return variablesSet(command).flatMap(({ name, known, place }) => {
    const secret =
      known !== undefined && (isSecretSetting(name, known) || (name === 'SSHPASS' && !isHarmlessValue(known)));
    return secret && !mild(script, known) && !(kindRow(script.kind).isDocumentation && isExample(known))
      ? [{ name, place: placeIn(script, place) }]
      : [];
  });
}

/** `TOKEN=token`: stands for the reader's own. */
const isExample = (text: string): boolean => isDefaultSecret(text) || standsForReaders(text);

/** The database of a test job lives as long as the job. */
function mild({ kind }: Script, secret: string): Pick<Report, 'severity' | 'profile'> | undefined {
  const { isPipeline, isDocumentation } = kindRow(kind);
  return (isPipeline && isDefaultSecret(secret)) || (isDocumentation && looksLikeExample(secret))
    ? { severity: 'info', profile: 'mlps3' }
    : undefined;
}

/** Undefined for what is neither literal nor out of a variable: a placeholder, a path. */
function reportOf({ secret, option }: SecretArgument<unknown>, place: Place, script?: Script): Report | undefined {
  const data = { option: option.replace(/^.*\s(?=\S)|[=\s]+$/gs, '') };
  // Without a shell `$NAME` stays as it is; it was meant as a variable.
  if (secret.includes(UNKNOWN) || /^\$\{?\w/.test(secret)) {
    // The machine of a job has no other users; on his own, the reader of a document decides.
    const { isPipeline, isDocumentation } = kindRow(script?.kind ?? 'shell');
    const profile = isPipeline || isDocumentation ? 'mlps3' : undefined;
    return { place, message: 'variable', severity: 'info', profile, data };
  }
  if (isHarmlessValue(secret) || (script && kindRow(script.kind).isDocumentation && isExample(secret)))
    return undefined;
  return { place, message: 'literal', ...(script && mild(script, secret)), data };
}
