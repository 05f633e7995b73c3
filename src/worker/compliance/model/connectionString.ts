/**
 * The password inside an address or connection string, in the forms that drivers document: URLs,
 * JDBC, Go's MySQL driver, Oracle, libpq, ADO.NET, ODBC, OLE DB, JAAS, StackExchange.Redis, Azure's
 * account keys. The one place that finds it.
 */
import { isPlaceholder, SECRET_PARAMETER } from './secretValue';
import { UNKNOWN } from './value';

export interface Credential {
  password: string;
  /** Where the password begins in the text. */
  at: number;
  /** The server, as written; empty where the text names none. */
  host: string;
  /** From the scheme, the user or the key to the end of what tells server or password. */
  start: number;
  end: number;
}

type Groups = Record<string, string | undefined>;

interface Form {
  /** With a group `password`; all groups but `host` and `key` hold it too. */
  pattern: RegExp;
  accept?: (groups: Groups, text: string) => boolean;
}

/** `scheme://user:password@host`; in `http://example.com:8080@x` a host stands with its port. */
const USER_INFO: Form = {
  pattern:
    /\b[a-z][a-z0-9+.-]{0,40}:\/\/(?![\w-]+(?:\.[\w-]+)+:\d{2,5}@)[^\s:/@'"]*:(?<password>[^\s/@'"]+)@(?<host>[^\s/:'"?#]+)/dgi,
};
/**
 * `scheme://host/path?user=a&password=b`, `jdbc:sqlserver://host;user=a;password=b`. A web page's
 * other keys are mostly no secret.
 */
const PARAMETER: Form = {
  pattern:
    /\b(?<scheme>[a-z][a-z0-9+.:-]{0,60}):\/\/(?<host>[^\s/:;?'"]{0,200})[^\s'"]{0,1000}?[?&;](?<key>(?:user)?pass(?:word|wd)?|pwd|auth_?token|sig)=(?<password>[^&;\s'"]+)/dgi,
  accept: ({ scheme = '', key = '', password = '' }) =>
    !/^https?$/i.test(scheme) || /^password$/i.test(key) || (/^sig$/i.test(key) && password.length >= 40),
};
/** `jdbc:oracle:thin:user/password@host:1521:name`, `user/password@//host:1521/name` */
const ORACLE: Form = {
  pattern:
    /(?:\bjdbc:oracle:\w{1,20}:|^["']?)[\w.$#-]{1,64}\/(?<password>[^\s"'@/]{1,200})@(?:\/\/)?(?<host>[\w.-]{1,200}):\d{2,5}[/:]/dgi,
};
/**
 * `user:password@tcp(host:3306)/db`, `user:password@/db`; other drivers' `user:password@host:6379`,
 * `:password@host:6379`.
 */
const WITHOUT_SCHEME: Form = {
  pattern:
    /(?:^|(?<=["'=]))[\w.+-]{0,64}:(?<password>[^\s"'@/]{1,200})@(?:\w{0,20}\((?<host>[^()\s"']{0,200})\)|\/\w+(?=[?"']|$)|(?!sha\d+:)[\w.-]{1,200}:\d{2,5}(?=["'/?]|$))/dg,
};
/** `Server=db;User Id=sa;Password=x;` in any order; values also in quotes, ODBC's in braces. */
const SEMICOLONS: Form = {
  pattern:
    /(?:^|[;"'\s=])\s*(?<key>(?:user )?password|pwd|account ?key|shared(?:access|secret)(?:key|value)|accesskey|secret)\s*=\s*(?:"(?<quoted>[^"]+)"|'(?<single>[^']+)'|\{(?<braced>[^}]+)\}|(?<password>[^;"'\s{][^;"']*))/dgi,
  accept: ({ braced }, text) => braced === undefined || /driver\s*=/i.test(text),
};
/** What stands beside a password: without it `password=x` may be anything. */
const BESIDE =
  /(?:^|[;"'\s=])\s*(?:server|data ?source|host(?:name|addr)?|addr(?:ess)?|network address|initial catalog|database|dbname|user ?id|uid|user(?:name)?|driver|dsn|provider|(?:account)?endpoint|accountname|port)\s*=/i;
const SERVER =
  /(?:^|[;"'\s])\s*(?:server|data ?source|host(?:name|addr)?|addr(?:ess)?|network address|(?:account)?endpoint|accountname)\s*=\s*([^;,"'\s]*)/i;
/** In libpq's words: `username=a password=b` are another program's. */
const BESIDE_BLANKS = /(?:^|[\s"'])(?:host|hostaddr|port|dbname|user|service|sslmode)\s*=/;
/** `host=db user=app password=x` */
const BLANKS: Form = {
  pattern: /(?:^|[\s"'=])(?<key>password)\s*=\s*(?:'(?<quoted>[^']+)'|(?<password>[^\s'";,]+))/dg,
};
/** `host:6379,password=x,ssl=True` */
const COMMAS: Form = {
  pattern: /(?:^|[\s"'=])(?<host>[\w.-]{1,200}):\d{2,5},(?:[^\s"',]+,)*?password=(?<password>[^,\s"']+)/dgi,
};

const ADDRESSES: readonly Form[] = [USER_INFO, PARAMETER, ORACLE, WITHOUT_SCHEME];

/**
 * The first literal password; marks to be filled in, variables and hosts of examples are none.
 * Looks at the first 20,000 characters.
 */
export function credentialIn(written: string): Credential | undefined {
  const text = written.slice(0, 20_000);
  // Without one of the two no form fits.
  if (!text.includes('@') && !text.includes('=')) return undefined;
  if (text.includes('@') || SECRET_PARAMETER.test(text)) {
    for (const form of ADDRESSES) {
      const found = first(form, text);
      if (found) return found;
    }
  }
  if (!/(?:pass|pwd|key|secret)\w*\s*=/i.test(text)) return undefined;
  const commas = first(COMMAS, text);
  const isAdo = text.includes(';');
  if (commas || !(isAdo ? BESIDE : BESIDE_BLANKS).test(text) || isProgram(text)) return commas;
  const found = first(isAdo ? SEMICOLONS : BLANKS, text);
  return found && { ...found, host: SERVER.exec(text)?.[1] ?? '' };
}

/** Of several lines, some of which set nothing: in source code `password = null` is no setting. */
const isProgram = (text: string): boolean =>
  text.includes('\n') && text.split('\n').some((line) => !/^\s*(?:$|["'#;[])|^[\w\t .-]+=/.test(line));

const EXAMPLE_HOST = /(^|\.)example(\.(com|org|net))?$|\.invalid$|^(host|hostname|your[-_.].*)$/i;

function first({ pattern, accept }: Form, text: string): Credential | undefined {
  for (const match of text.matchAll(pattern)) {
    const groups: Groups = match.groups!;
    const name = ['password', 'quoted', 'single', 'braced'].find((group) => groups[group] !== undefined)!;
    const password = groups[name]!.trimEnd();
    const host = groups.host ?? '';
    if (isNone(password) || EXAMPLE_HOST.test(host) || (accept && !accept(groups, text))) continue;
    const places = match.indices!.groups!;
    const end = match.index + match[0].trimEnd().length;
    return {
      password,
      at: places[name]![0],
      host,
      start: pattern === PARAMETER.pattern ? match.index : (places.key?.[0] ?? match.index),
      end,
    };
  }
  return undefined;
}

/** Marks to be filled in: by a person, by a template, by a shell, by a program. */
const TO_FILL = /^(?:x{2,}|\[.*\]|\{.*\}?|%\w+%|%\(\w+\)s|%s)$|\$/i;

const isNone = (password: string): boolean =>
  password.includes(UNKNOWN) || isPlaceholder(password) || TO_FILL.test(password);
