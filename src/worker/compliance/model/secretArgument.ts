/** Where a command line carries a secret in plain sight: the options of well-known programs. */
import { isSecretName, isSecretSetting, nameWords } from './secretName';

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
  /** The command is a login that can read the password from standard input. */
  login: boolean;
}

interface Form {
  /** Options whose next word is the secret. */
  next?: RegExp;
  /** One word that holds both; the last group, at the end of the match, is the secret. */
  joined?: RegExp;
  /** The words must name this sub-command. */
  subcommand?: RegExp;
  /** The secret in the option's value. Default: all of it. */
  within?: (value: string) => string | undefined;
  /** `--password-stdin` is another way to say it. */
  login?: boolean;
}

const LOGIN: Form = {
  next: /^(-p|--password)$/,
  joined: /^(?:--password=|-p)(.+)$/s,
  subcommand: /^login$/,
  login: true,
};
const BEHIND_COLON: Form = {
  next: /^(-u|--user|-U|--proxy-user)$/,
  joined: /^(?:-u|--user=|--proxy-user=)(.+)$/s,
  within: (value) => /^[^:]+:(.+)$/s.exec(value)?.[1],
};
const MYSQL: Form = { joined: /^(?:-p|--password=)(.+)$/s };
const HELM_SET: Form = {
  next: /^--set(-string|-literal)?$/,
  joined: /^--set(?:-string|-literal)?=(.+)$/s,
  within: chartSecret,
};
const KUBERNETES_SECRET: Form = {
  next: /^--from-literal$/,
  joined: /^--from-literal=(.+)$/s,
  subcommand: /^secret$/,
  within: secretItem,
};
const LONG_PASSWORD: Form = { next: /^--password$/, joined: /^--password=(.+)$/s };

const PROGRAMS: readonly [names: string, ...forms: Form[]][] = [
  [
    'mysql mysqldump mysqladmin mysqlimport mysqlcheck mysqlpump mysqlslap mariadb mariadb-dump mariadb-admin mariadb-check',
    MYSQL,
  ],
  [
    'curl',
    BEHIND_COLON,
    { next: /^(-H|--header|--proxy-header)$/, joined: /^(?:-H|--header=)(.+)$/s, within: headerSecret },
    { next: /^--oauth2-bearer$/ },
  ],
  [
    'wget',
    { joined: /^--(?:http-|ftp-|proxy-)?password=(.+)$/s },
    { joined: /^--header=(.+)$/s, within: headerSecret },
  ],
  ['docker podman nerdctl', LOGIN, { next: /^--token$/, joined: /^--token=(.+)$/s, subcommand: /^join$/ }],
  ['buildah oras skopeo', LOGIN],
  ['helm', LOGIN, LONG_PASSWORD, HELM_SET],
  [
    'kubectl oc',
    KUBERNETES_SECRET,
    { next: /^(--docker-password|--token|--password)$/, joined: /^--(?:docker-password|token|password)=(.+)$/s },
  ],
  ['kubeadm', { next: /^--token$/, joined: /^--token=(.+)$/s, subcommand: /^join$/ }],
  ['sshpass', { next: /^-p$/, joined: /^-p(.+)$/s }],
  ['redis-cli redis-benchmark valkey-cli keydb-cli', { next: /^(-a|--pass)$/ }],
  [
    'mongo mongosh mongodump mongorestore mongoexport mongoimport',
    { next: /^(-p|--password)$/, joined: /^--password=(.+)$/s },
  ],
  [
    'psql pg_dump pg_dumpall pg_restore pg_basebackup pg_isready',
    { joined: /^(?:[^\s=]+=\S*\s+)*password=('[^']+'|[^\s']+)/ },
  ],
  ['npm pnpm yarn', { next: /:?_(authToken|auth|password)$/, joined: /:?_(?:authToken|auth|password)=(.+)$/s }],
  ['composer', { next: /^(github-oauth|gitlab-oauth|gitlab-token|bearer)\.\S+$/ }],
  ['aws', { next: /^aws_(secret_access_key|session_token)$/ }],
  ['openssl', { joined: /^pass:(.+)$/s }],
  [
    'keytool jarsigner',
    { next: /^-(?:src|dest)?(?:store|key)pass(?:wd)?$/, within: (value) => (value === 'changeit' ? undefined : value) },
  ],
  ['zip unzip', { next: /^-P$/ }],
  ['gpg gpg2', { next: /^--passphrase$/, joined: /^--passphrase=(.+)$/s }],
  [
    'useradd usermod',
    {
      next: /^(-p|--password)$/,
      joined: /^--password=(.+)$/s,
      within: (value) => (/^[!*]/.test(value) ? undefined : value),
    },
  ],
];

const BY_NAME: ReadonlyMap<string, readonly Form[]> = new Map(
  PROGRAMS.flatMap(([names, ...forms]) => names.split(' ').map((name) => [name, forms] as const)),
);

/** Server options that any image's entry point may take. */
const ANYWHERE: Form = { next: /^--(requirepass|masterauth)$/, joined: /^--(?:requirepass|masterauth)[= ](.+)$/s };

const CONTAINER_ENGINE = /^(docker|podman|nerdctl)$/;

/**
 * `words` are one command: its name, then its arguments; a container's arguments may stand without
 * a name.
 */
export function secretArguments<Place>(words: readonly Argument<Place>[]): SecretArgument<Place>[] {
  const path = words[0]?.text ?? '';
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  if (name === 'htpasswd') return batchPassword(words);
  const own = name === 'sshpass' ? beforeProgram(words) : words;
  const forms = BY_NAME.get(name);
  const known = forms ? unique(forms.flatMap((form) => found(form, own))) : [];
  // What follows `docker run IMAGE` is another command: it is judged as the container's.
  return CONTAINER_ENGINE.test(name) ||
    !words.some(({ text }) => text.startsWith('--') && /^--(?:requirepass|masterauth)/.test(text))
    ? known
    : [...known, ...found(ANYWHERE, words)];
}

/** Of `sshpass`: the `-p` of the program that it starts is another one, the port of ssh. */
function beforeProgram<Place>(words: readonly Argument<Place>[]): readonly Argument<Place>[] {
  let end = 1;
  while (words[end]?.text.startsWith('-')) end += /^-[pfdP]$/.test(words[end]!.text) ? 2 : 1;
  return words.slice(0, end);
}

/** A word that several forms take counts once. */
const unique = <Place>(all: SecretArgument<Place>[]) =>
  all.filter((a, i) => all.findIndex((b) => b.argument === a.argument) === i);

function found<Place>(form: Form, words: readonly Argument<Place>[]): SecretArgument<Place>[] {
  const { next, joined, subcommand, within, login = false } = form;
  if (subcommand && !words.some(({ text }) => subcommand.test(text))) return [];
  return words.flatMap((argument, i) => {
    const follows = i > 0 && next?.test(words[i - 1]!.text);
    const match = follows ? null : joined?.exec(argument.text);
    const value = follows ? argument.text : match?.[1];
    const secret = value !== undefined && within ? within(value) : value;
    if (secret === undefined || (follows && secret.startsWith('-'))) return [];
    const option = follows
      ? words[i - 1]!.text
      : argument.text.slice(0, match!.index + match![0].length - value!.length);
    return [{ argument, secret, option, login }];
  });
}

/**
 * `Authorization: Bearer X`, `X-Api-Key: X`; the short-lived token of a cloud's own metadata
 * service is none.
 */
function headerSecret(header: string): string | undefined {
  const [, name = '', value = ''] = /^\s*([\w-]{1,100})\s*:\s*(.+)$/s.exec(header) ?? [];
  if (/^(proxy-)?authorization$/i.test(name)) return value.replace(/^(bearer|basic|token|apikey)\s+/i, '');
  return isSecretName(name) && !/csrf|xsrf|ec2-metadata/i.test(name) ? value : undefined;
}

/** What an item of a Kubernetes secret may hold beside the secret itself. */
const BESIDE =
  /(?:^|_)(?:user|username|login|email|host|hostname|servers?|addr|address|port|url|uri|name|database|db|schema|region|zone|bucket|endpoint|type|mode|env|environment|version|driver|level|timeout|domain|realm|issuer|tenant|ca)$/;

function secretItem(item: string): string | undefined {
  const [, key = '', value] = /^([^=]+)=(.+)$/s.exec(item) ?? [];
  return BESIDE.test(nameWords(key)) ? undefined : value;
}

/** The first secret in `a.password=x,b.c=y`: the last part of the path decides. */
function chartSecret(settings: string): string | undefined {
  for (const [, path = '', value = ''] of settings
    .slice(0, 5000)
    .matchAll(/(?:^|,)((?:\\.|[^=,\\])+)=((?:\\.|[^,\\])*)/g)) {
    const key = path.replace(/\[\d*\]$/, '').replace(/^.*[^\\]\./s, '');
    const refers = /^(existing|use|create|enable|generate)|pull_?secrets?$|secret_?(ref|name|key)$/i.test(key);
    if (!refers && isSecretSetting(key, value)) return value;
  }
  return undefined;
}

/** `htpasswd -bn user X`, `htpasswd -b file user X`. */
function batchPassword<Place>(words: readonly Argument<Place>[]): SecretArgument<Place>[] {
  const plain: Argument<Place>[] = [];
  let letters = '';
  for (let i = 1; i < words.length; i++) {
    const { text } = words[i]!;
    if (!/^-[A-Za-z0-9]+$/.test(text)) plain.push(words[i]!);
    else {
      letters += text.slice(1);
      if (/[Cr]$/.test(text)) i++;
    }
  }
  const argument = letters.includes('b') ? plain[letters.includes('n') ? 1 : 2] : undefined;
  return argument ? [{ argument, secret: argument.text, option: '-b', login: false }] : [];
}
