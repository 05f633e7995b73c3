/** Which commands of a script copy data to keep it, where to, and whether it is encrypted then. */
import type { Script } from '../documents/shell/script';
import type { ShellCommand, ShellWord } from '../documents/shell/shellTypes';
import { fileName } from '../files';
import { once } from '../once';

const DUMPS =
  /^(?:mysqldump|mariadb-dump|mydumper|pg_dump|pg_dumpall|pg_basebackup|mongodump|xtrabackup|mariabackup|cockroach-dump)$/;
/** The same as the beginning of a command line that another program is given. */
const DUMP_LINE = new RegExp(
  `^\\s*(?:\\S*/)?${DUMPS.source.slice(1, -1)}\\s(?![\\s\\S]*\\s--(?:schema-only|no-data)\\b)`,
);
/** Only the structure, or the help. */
const NO_DATA = /^(?:--schema-only|-s|--no-data|-d|--version|--help)$/;
/** Programs that run others inside: their words hold the dump. */
const AROUND = /^(?:docker|podman|nerdctl|kubectl|oc|docker-compose|podman-compose|ssh|su|runuser|chroot)$/;
const ENCRYPTS =
  /^(?:age|rage|gpg2?|ccrypt|ccencrypt|7za?|7zz|mcrypt|aespipe|sops|kopia|restic|borg|borgmatic|duplicity|duply)$/;
const RESTORES = /^(?:psql|mysql|mariadb|mongorestore|pg_restore|sqlite3)$/;
const KEEPS =
  /^(?:restic|borg|borgmatic|duplicity|duply|kopia|rsnapshot|bacula\S*|velero|barman|pgbackrest|wal-g|autorestic)$/;
/** Of programs that do several things: the one that keeps copies. */
const KEEPING = new Map([
  ['restic', /^backup$/],
  ['borg', /^create$/],
  ['kopia', /^snap(?:shot)?$/],
]);
const COPIES = /^(?:tar|bsdtar|rsync|zip|rclone|scp)$/;
const ABOUT = /back-?up|备份|(?:^|[/_.-])(?:bak|dump)s?(?:[/_.-]|$)/i;

/** A line of a crontab that a script writes. */
const WRITTEN =
  /(?:^|["'\s])(?:@[a-z]+|[\d*][\d*/,-]*(?:[ \t]+[\d*][\w*/,-]*){4})[ \t][^\n]{0,300}?(?:\b(?:restic|borg|borgmatic|duplicity|kopia|mysqldump|pg_dump|pg_dumpall|mongodump)\b|back-?up)/im;

export interface Backup {
  command: ShellCommand;
  /** What makes the copy: the dump itself, also inside `docker exec`. */
  program: ShellWord;
  /** The last command of its pipeline, whose output is kept. */
  last: ShellCommand;
}

const MAX_PIPELINE = 20;
const baseName = (word: ShellWord | undefined): string => word?.known?.replace(/^.*\//, '') ?? '';

/** Whether the script's name says that it makes backups. */
export const isBackupScript = ({ uri }: Script): boolean => ABOUT.test(uri.slice(uri.lastIndexOf('/') + 1));

/** Dumps, archives and copies that are kept in a file; structure alone and what is restored are not. */
export function backupsIn(script: Script): Backup[] {
  const isNamed = isBackupScript(script);
  return script.commands.flatMap((command): Backup[] => {
    const { pipeline, words } = command;
    const last = (pipeline.length <= MAX_PIPELINE ? pipeline.at(-1) : undefined) ?? command;
    const program = dumpIn(command) ?? (isCopy(command, isNamed, last) ? words[0] : undefined);
    if (!program || RESTORES.test(last.name)) return [];
    return [{ command, program, last }];
  });
}

/** The dump of all data that the command makes, itself or inside of another. */
function dumpIn({ name, words }: ShellCommand): ShellWord | undefined {
  const at = DUMPS.test(name)
    ? 0
    : AROUND.test(name)
      ? words.findIndex((word) => DUMPS.test(baseName(word)) || DUMP_LINE.test(word.resolved))
      : -1;
  if (at < 0 || words.slice(at + 1).some(({ known }) => NO_DATA.test(known ?? ''))) return undefined;
  return words[at];
}

/** Where `tar` and its like write is told to hold backups, by its own name or the script's. */
function isCopy({ name, words, redirects }: ShellCommand, isNamed: boolean, last: ShellCommand): boolean {
  if (!COPIES.test(name)) return false;
  const rest = words.slice(1);
  const isMade = !/^(?:bsd)?tar$/.test(name) || /^(?:-?[a-zA-Z]*c|--create$)/.test(rest[0]?.known ?? '');
  if (!isMade || rest.some(({ known }) => known === '--dry-run' || known === '-n')) return false;
  if (isNamed) return rest.length > 1;
  const targets = name === 'rsync' || name === 'rclone' || name === 'scp' ? rest.slice(-1) : rest.slice(0, 3);
  const written = [...redirects, ...last.redirects].flatMap(({ operator, target }) =>
    operator.startsWith('>') ? (target ?? []) : [],
  );
  return [...targets, ...written].some(({ resolved, raw }) => ABOUT.test(resolved) || ABOUT.test(raw));
}

/** Whether a backup is encrypted: in its pipeline, or by a command that is run on files. */
export const isEncrypted = (script: Script, { command }: Backup): boolean =>
  encryptsFiles(script) ||
  encrypts(command) ||
  (command.pipeline.length <= MAX_PIPELINE && command.pipeline.some(encrypts));

const encryptsFiles = once(({ commands }: Script): boolean =>
  commands.some((command) => command.pipeline.length === 1 && encrypts(command)),
);

const encrypts = ({ name, words }: ShellCommand): boolean =>
  ENCRYPTS.test(name) ||
  (name === 'openssl' && /^(?:enc|smime|cms|aes-|chacha)/.test(words[1]?.known ?? '')) ||
  (name === 'zip' && words.some(({ known }) => /^(?:-\w*[eP]|--encrypt|--password)/.test(known ?? ''))) ||
  words.some(({ known }) =>
    /(?:^|[/=])(?:age|gpg2?)$|^--(?:sse|encrypt|gpg|passphrase|use-compress-program=.*gpg)/.test(known ?? ''),
  );

/**
 * Whether the script keeps copies of data at all, by whatever program.
 * @param others scripts that it may call: one that is there has to make backups itself, whatever its
 *   name says
 */
export function makesBackups(script: Script, others: readonly Script[]): boolean {
  const isNamedSo = ({ name }: ShellCommand) => {
    if (!ABOUT.test(name)) return false;
    const called = others.filter(({ uri }) => uri !== script.uri && fileName(uri) === name);
    return called.length === 0 || called.some(copiesData);
  };
  return copiesData(script) || script.commands.some(isNamedSo);
}

/** Not by calling another script. */
export const copiesData = (script: Script): boolean =>
  backupsIn(script).length > 0 ||
  script.commands.some(keepsData) ||
  (/cron/i.test(script.text) && WRITTEN.test(script.text));

/** By a program for copies; looking after what was kept before keeps nothing. */
export function keepsData({ name, words }: ShellCommand): boolean {
  if (!KEEPS.test(name)) return false;
  const keeping = KEEPING.get(name);
  return !keeping || words.slice(1).some(({ known }) => known === undefined || keeping.test(known));
}

/** Whether an image does, by its name. */
export const isBackupImage = (path: string): boolean =>
  ABOUT.test(path) ||
  /(?:^|[/_-])(?:restic|borg|borgmatic|kopia|duplicati|duplicity|autorestic|resticker|velero|wal-g|barman|pgbackrest|litestream)/i.test(
    path,
  );
