/** MLPS-OPS-002: what is kept of data elsewhere is encrypted. */
import type { Script } from '../../documents/shell/script';
import type { ShellCommand, ShellWord } from '../../documents/shell/shellTypes';
import { insertAfter, replaceWord } from '../../documents/shell/wordEdits';
import type { Container } from '../../model/container';
import { referenceOf } from '../../model/imageReference';
import { placeIn } from '../../model/value';
import { type Backup, backupsIn, isBackupScript, isEncrypted } from '../../readings/backupCommand';
import { CONTAINER_KINDS } from '../../ruleKinds';
import type { Report, Rule } from '../rule';

const KEYS = '/etc/backup/recipients.txt';

export const backupEncrypted: Rule = {
  id: 'MLPS-OPS-002',
  name: 'backup-encrypted',
  severity: 'warning',
  profile: 'mlps3',
  kinds: ['shell', ...CONTAINER_KINDS],
  clauses: ['~8.1.4.7 b', '8.1.4.8 b'],
  highRisk: ['~6.4.5.2'],
  triggers: ['~A-25'],
  rows: ['C88'],
  peers: [],
  title: { en: 'Encrypt backups', 'zh-cn': '备份须加密' },
  why: {
    en: 'A backup holds all that the database holds, and lies where fewer people look. Level 3 asks that important data is confidential where it is stored.',
    'zh-cn': '备份包含数据库中的全部内容，却存放在较少受到关注的地方。等保三级要求保证重要数据在存储过程中的保密性。',
  },
  remedy: {
    en: 'Pipe it through `age -R recipients.txt` or `gpg --encrypt`, or use a repository of restic or borg. `openssl enc` encrypts, but does not tell when somebody has changed the file. Keep the key somewhere else than the backup.',
    'zh-cn':
      '请通过管道交给 `age -R recipients.txt` 或 `gpg --encrypt`，或使用 restic、borg 仓库。`openssl enc` 可以加密，但无法发现文件被篡改。密钥不得与备份放在一起。',
  },
  messages: {
    plain: {
      en: '{program} writes a backup that anyone who gets the file can read. Encrypt it: | age -R recipients.txt.',
      'zh-cn': '{program} 写出的备份未加密，拿到文件的人即可读取。请加密：| age -R recipients.txt。',
    },
    repository: {
      en: 'This repository is made without encryption. Choose repokey or keyfile; it cannot be changed later.',
      'zh-cn': '该仓库创建时未加密。请选择 repokey 或 keyfile；之后无法更改。',
    },
    image: {
      en: 'This image writes backups without encryption unless it is given a key ({variables}).',
      'zh-cn': '该镜像在未提供密钥（{variables}）时写出未加密的备份。',
    },
    pipe: {
      en: 'Encrypt with age for the recipients in {keys} (age must be installed; restoring needs their key)',
      'zh-cn': '使用 age 为 {keys} 中的接收者加密（须安装 age；恢复时需要其私钥）',
    },
    key: { en: 'Keep the key in the repository (repokey)', 'zh-cn': '将密钥保存在仓库中（repokey）' },
  },
  check: {
    script(script, { report }) {
      // In an image and in a pipeline no data is kept.
      if (script.run || script.pipeline) return;
      for (const command of script.commands) judgeRepository(script, command, report);
      for (const backup of backupsIn(script)) {
        if (!isKept(script, backup) || isEncrypted(script, backup)) continue;
        const { program, last } = backup;
        const data = {
          program: program.resolved
            .trim()
            .replace(/\s[\s\S]*$/, '')
            .replace(/^.*\//, ''),
          keys: KEYS,
        };
        const fixes = () => [{ safe: false, title: 'pipe', edits: throughAge(script, last) }];
        report({ place: placeIn(script, program), message: 'plain', data, fixes });
      }
    },
    container: judgeImage,
  },
};

const WRITES =
  /^(?:tar|bsdtar|rsync|zip|rclone|scp|tee|split|dd|mongodump|xtrabackup|mariabackup|mydumper|pg_basebackup|aws|ossutil\w*|mc|s3cmd|ssh)$/;

/** In a file or on another machine; what a command inside another prints, that one may encrypt. */
const isKept = (script: Script, { command, program, last: { name, words, redirects } }: Backup): boolean =>
  redirects.some(({ operator }) => /^1?>/.test(operator)) ||
  WRITES.test(name) ||
  words.some(({ known }) => /^(?:-f|--file|--result-file|-r|--out|-o)(?:=|$)/.test(known ?? '')) ||
  (isBackupScript(script) && command.within === 'script' && program === command.words[0]);

/** In front of the file that is written. */
function throughAge(script: Script, last: ShellCommand) {
  const word = last.words.at(-1);
  const [redirect, ...more] = last.redirects;
  const isPlain = redirect && more.length === 0 && /^1?>>?$/.test(redirect.operator);
  return word && isPlain && redirect.start >= word.end
    ? insertAfter(script, last, word, `| age -R ${KEYS}`)
    : undefined;
}

function judgeRepository(script: Script, command: ShellCommand, report: (report: Report) => void): void {
  const { name, words } = command;
  const at = (word: ShellWord | undefined) => word && placeIn(script, word);
  const is = (verb: RegExp) => words.some(({ known }) => verb.test(known ?? ''));
  const find = (pattern: RegExp) => words.find(({ known }) => pattern.test(known ?? ''));
  let found: ShellWord | undefined;
  if (name === 'borg' && is(/^(?:init|rcreate|repo-create)$/)) {
    const option = words.findIndex(({ known }) => known === '-e' || known === '--encryption');
    found =
      find(/^--encryption=(?:none|authenticated\S*)$/) ??
      (words[option + 1]?.known === 'none' && option >= 0 ? words[option + 1] : undefined);
  } else if (name === 'restic') found = find(/^--insecure-no-password$/);
  else if (name === 'duplicity') found = find(/^--no-encryption$/);
  const place = at(found);
  if (!found || !place) return;
  const isBorg = name === 'borg';
  const fixes = () => [
    {
      safe: false,
      title: 'key',
      edits: isBorg
        ? replaceWord(script, command, found, found.known!.replace(/(?:none|authenticated\S*)$/, 'repokey'))
        : undefined,
    },
  ];
  report({ place, message: 'repository', fixes });
}

/** Images that make backups, and the variables by which they encrypt. */
const IMAGES: readonly [RegExp, readonly string[]][] = [
  [
    /(?:^|\/)offen\/docker-volume-backup$/,
    ['GPG_PASSPHRASE', 'GPG_PUBLIC_KEY_RING', 'AGE_PASSPHRASE', 'AGE_PUBLIC_KEYS'],
  ],
  [/(?:^|\/)eeshugerman\/postgres-backup-s3$/, ['PASSPHRASE']],
  [/(?:^|\/)tiredofit\/db-backup$/, ['DEFAULT_ENCRYPT', 'DB01_ENCRYPT', 'DEFAULT_ENCRYPT_PASSPHRASE']],
];

function judgeImage(
  { image, environment, envFiles, complete, name }: Container,
  { report }: { report(report: Report): void },
): void {
  const path = image && referenceOf(image).path;
  const variables = path && IMAGES.find(([pattern]) => pattern.test(path))?.[1];
  if (!variables || !complete || envFiles.length > 0) return;
  if (environment.some((entry) => variables.some((each) => entry.name === each || entry.name === `${each}_FILE`)))
    return;
  report({ place: image!.place, message: 'image', data: { variables: variables.join(', ') }, service: name });
}
