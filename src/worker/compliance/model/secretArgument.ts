/** Where a command line carries a secret in plain sight: the options of well-known programs. */

export interface Argument<Place> {
  /** With variables filled in; unknown text is an UNKNOWN character. */
  text: string;
  place: Place;
}

export interface SecretArgument<Place> {
  argument: Argument<Place>;
  /** The secret itself. */
  secret: string;
  /** The option as written, without the secret. */
  option: string;
}

interface Program {
  names: string;
  /** Options whose next word is the secret. */
  next?: RegExp;
  /** One word that holds both; the first group is the secret. */
  joined?: RegExp;
  /** The words must name this sub-command. */
  subcommand?: RegExp;
  /** The secret in the option's value; the first group. Default: all of it. */
  within?: RegExp;
}

const PROGRAMS: readonly Program[] = [
  { names: 'mysql mysqldump mysqladmin mysqlimport mariadb mariadb-dump mariadb-admin', joined: /^(?:-p|--password=)(.+)$/s },
  {
    names: 'curl',
    next: /^(-u|--user|-U|--proxy-user)$/,
    joined: /^(?:-u|--user=|--proxy-user=)(.+)$/s,
    within: /^[^:]+:(.+)$/s,
  },
  { names: 'wget', joined: /^--(?:http-|ftp-|proxy-)?password=(.+)$/s },
  {
    names: 'docker podman nerdctl buildah helm oras skopeo',
    next: /^(-p|--password)$/,
    joined: /^(?:--password=|-p)(.+)$/s,
    subcommand: /^login$/,
  },
  { names: 'sshpass', next: /^-p$/, joined: /^-p(.+)$/s },
  { names: 'redis-cli', next: /^(-a|--pass)$/ },
  { names: 'mongo mongosh mongodump mongorestore', next: /^(-p|--password)$/, joined: /^--password=(.+)$/s },
];

const BY_NAME: ReadonlyMap<string, Program> = new Map(
  PROGRAMS.flatMap((program) => program.names.split(' ').map((name) => [name, program] as const)),
);

/** Server options that any image's entry point may take. */
const ANYWHERE: Omit<Program, 'names'> = { next: /^--(requirepass|masterauth)$/, joined: /^--(?:requirepass|masterauth)[= ](.+)$/s };

const CONTAINER_ENGINE = /^(docker|podman|nerdctl)$/;

/** `words` are one command: its name, then its arguments; a container's arguments may stand without a name. */
export function secretArguments<Place>(words: readonly Argument<Place>[]): SecretArgument<Place>[] {
  const path = words[0]?.text ?? '';
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const program = BY_NAME.get(name);
  const known = program && (!program.subcommand || words.some(({ text }) => program.subcommand!.test(text))) ? found(program, words) : [];
  // What follows `docker run IMAGE` is another command: it is judged as the container's.
  return CONTAINER_ENGINE.test(name) || !words.some(({ text }) => text.startsWith('--')) ? known : [...known, ...found(ANYWHERE, words)];
}

function found<Place>({ next, joined, within }: Omit<Program, 'names'>, words: readonly Argument<Place>[]): SecretArgument<Place>[] {
  return words.flatMap((argument, i) => {
    const follows = i > 0 && next?.test(words[i - 1]!.text);
    const value = follows ? argument.text : joined?.exec(argument.text)?.[1];
    const secret = value !== undefined && within ? within.exec(value)?.[1] : value;
    if (secret === undefined || (follows && secret.startsWith('-'))) return [];
    const option = follows ? words[i - 1]!.text : argument.text.slice(0, argument.text.length - value!.length);
    return [{ argument, secret, option }];
  });
}
