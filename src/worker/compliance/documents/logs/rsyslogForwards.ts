/** What rsyslog sends to other machines, how, and whether records of logins are part of it. */
import type { WorkspaceFiles } from '../../files';
import type { HostVariable } from '../../model/hostVariable';
import type { LogForward } from '../../model/logForward';
import { isOwnAddress } from '../../model/loopback';
import { isSecretSetting } from '../../model/secretName';
import type { Edit, Place } from '../../model/value';
import { mainBeside } from '../mainBeside';
import { parseRsyslog, type Rsyslog, type RsyslogAction } from './rsyslog';
import { carriesAuth, selectsAuth } from './rsyslogSelector';

export interface RsyslogSettings {
  forwards: LogForward[];
  /** An action that throws the records of logins away before anything has kept them. */
  discards: RsyslogAction[];
  /** Where records are first kept in a file of this host. */
  keeps: Place | undefined;
  /** Other hosts send their records here. */
  isServer: boolean;
  /** Passwords of databases and servers, as they stand there. */
  secrets: HostVariable[];
  /** It takes records out of the journal by itself; also where a template decides. */
  readsJournal: boolean;
}

/** `@host`, `@@(o,z9)host:514;template`, `:omrelp:host:2514` */
const OLD_TARGET = /^(@@?|:omrelp:)(?:\(([^)]*)\))?(\[[^\]\s]*\]|\{\{[^}\n]*\}\}|[^\s:;,[\]]+)(?::(\d+))?/;
const OUTPUTS = new Set(['omfwd', 'omrelp', 'omelasticsearch', 'omkafka', 'omhttp', 'omazureeventhubs']);
const TLS_DRIVERS = /^(?:gtls|ossl|mbedtls)$/i;
/** Outside of comments. */
const READS_JOURNAL = /(?:^|\n)[^#\n]*\bimjournal\b/i;
const ON = /^(?:on|yes|true|1)$/i;
const AUTH_FILE = /^\/var\/log\/(?:auth\.log|secure|\*)/;

/** Never throws. */
export function readRsyslog(uri: string, text: string, files: WorkspaceFiles): RsyslogSettings {
  // What stands between the lines of a template language decides.
  if (text.includes('{%'))
    return { forwards: [], discards: [], keeps: undefined, isServer: false, secrets: [], readsJournal: true };
  const rsyslog = parseRsyslog(uri, text);
  const isTls = tlsByDefault(rsyslog, files);
  const readsAuth = rsyslog.objects.some(
    ({ parameters }) =>
      parameters.get('type')?.value === 'imfile' && AUTH_FILE.test(parameters.get('file')?.value ?? ''),
  );
  const forwards = rsyslog.actions.flatMap((action): LogForward[] => {
    const target = action.object ? objectTarget(action, isTls) : oldTarget(action, isTls);
    if (!target) return [];
    const { filter } = action;
    const carries = readsAuth ? undefined : carriesAuth(action);
    const carryAuth =
      filter?.kind === 'selector'
        ? (): Edit[] => [{ ...filter.place, newText: `${filter.text};auth,authpriv.*` }]
        : undefined;
    return [{ ...target, selectedAt: filter?.place ?? target.place, carriesAuth: carries, carryAuth }];
  });
  return {
    ...{ forwards, discards: discardsOf(rsyslog), keeps: keptIn(rsyslog), isServer: receives(rsyslog) },
    secrets: secretsOf(rsyslog),
    readsJournal: READS_JOURNAL.test(text),
  };
}

/** `pwd="…"` of an action, and the last part of `:ommysql:host,database,user,password`. */
const OLD_DATABASE = /^:om(?:mysql|pgsql|libdbi):(?:[^,;\s]*,){3}([^,;\s]+)/;

function secretsOf({ uri, actions }: Rsyslog): HostVariable[] {
  const kind = 'rsyslog';
  return actions.flatMap(({ object, text, place }): HostVariable[] => {
    const [whole, old] = (object ? undefined : OLD_DATABASE.exec(text)) ?? [];
    if (whole && old) {
      const end = place.start + whole.length;
      return [{ kind, name: 'password', text: old, place: { uri, start: end - old.length, end } }];
    }
    return [...(object?.parameters ?? [])].flatMap(([name, { value, place: at }]) =>
      /\{\{|<%|\ufffc/.test(value) || !isSecretSetting(name, value) ? [] : [{ kind, name, text: value, place: at }],
    );
  });
}

/** The old form of a file with its template, and not synchronous (`-`). */
const FILE = /^[-?]{0,2}\//;

function keptIn({ actions }: Rsyslog): Place | undefined {
  const keeping = actions.find(
    ({ text, object }) => FILE.test(text) || object?.parameters.get('type')?.value.toLowerCase() === 'omfile',
  );
  return keeping && (keeping.filter?.place ?? keeping.place);
}

/** Inputs that other hosts send to, and their old names. */
const RECEIVERS = new Set(['imtcp', 'imudp', 'imrelp', 'imptcp', 'imgssapi']);
const RECEIVES = ['inputtcpserverrun', 'udpserverrun', 'inputrelpserverrun', 'inputptcpserverrun'];

const receives = ({ objects, directives }: Rsyslog): boolean =>
  RECEIVES.some((name) => directives.has(name)) ||
  objects.some(({ name, parameters }) => name === 'input' && RECEIVERS.has(parameters.get('type')?.value ?? ''));

type Target = Omit<LogForward, 'carriesAuth' | 'carryAuth' | 'selectedAt'>;

/** What the file, or the main one beside its folder, says of TLS to all; undefined: not told. */
function tlsByDefault({ uri, directives, objects }: Rsyslog, files: WorkspaceFiles): boolean | undefined {
  const driver = [...objects.filter(({ name }) => name === 'global')]
    .map(({ parameters }) => parameters.get('defaultnetstreamdriver')?.value)
    .find(Boolean);
  const isDriver = TLS_DRIVERS.test(driver ?? directives.get('defaultnetstreamdriver') ?? '');
  if (directives.get('actionsendstreamdrivermode') === '1') return true;
  const main = mainBeside(uri, 'rsyslog.d', 'rsyslog.conf');
  const text = main === undefined ? undefined : files.text(main);
  const isElsewhere = typeof text === 'string' && /StreamDriverMode|omfwd/i.test(text);
  return isElsewhere && !isDriver ? undefined : false;
}

function oldTarget({ text, place }: RsyslogAction, isTls: boolean | undefined): Target | undefined {
  const found = OLD_TARGET.exec(text);
  if (!found) return undefined;
  const [whole, kind = '', , host = '', port] = found;
  const isEncrypted = kind === '@@' ? isTls : false;
  const written = (more: string) =>
    `action(type="omfwd" target="${host.replace(/[[\]]/g, '')}" port="6514" protocol="tcp"${more})`;
  return {
    place: { ...place, end: place.start + whole.length },
    host: port === undefined ? host : `${host}:${port}`,
    isLocal: isOwnAddress(host),
    isEncrypted,
    encrypt: kind === ':omrelp:' ? undefined : () => [{ ...place, newText: written(TLS.map(asWritten).join('')) }],
  };
}

const TLS: readonly (readonly [string, string])[] = [
  ['StreamDriver', 'gtls'],
  ['StreamDriverMode', '1'],
  ['StreamDriverAuthMode', 'x509/certvalid'],
  ['StreamDriver.CAFile', '/etc/rsyslog.d/log-ca.pem'],
];
const asWritten = ([name, value]: readonly [string, string]): string => ` ${name}="${value}"`;

function objectTarget({ object, place }: RsyslogAction, isTls: boolean | undefined): Target | undefined {
  const { parameters } = object!;
  const of = (name: string) => parameters.get(name)?.value;
  const type = of('type')?.toLowerCase() ?? '';
  if (!OUTPUTS.has(type)) return undefined;
  const target = parameters.get('target') ?? parameters.get('server') ?? parameters.get('broker');
  if (!target) return undefined;
  const port = of('port');
  const mode = parameters.get('streamdrivermode') ?? parameters.get('streamdriver.mode');
  const protocol = parameters.get('protocol');
  let isEncrypted: boolean | undefined;
  if (type === 'omrelp') isEncrypted = ON.test(of('tls') ?? 'off');
  else if (type === 'omfwd' && (protocol?.value ?? 'udp').toLowerCase() === 'udp') isEncrypted = false;
  else if (type === 'omfwd') isEncrypted = mode ? mode.value === '1' : isTls;
  else if (type === 'omelasticsearch' || type === 'omhttp')
    isEncrypted =
      ON.test(of('usehttps') ?? '') || target.value.includes('https:') || (of('usehttps') ? false : undefined);
  const encrypt = (): Edit[] | undefined => {
    if (type === 'omrelp') return insert(place, [['tls', 'on']]);
    if (type !== 'omfwd') return undefined;
    const set = [...TLS, ['protocol', 'tcp'] as const, ['port', '6514'] as const];
    const known = set.flatMap(([name, value]) => {
      const there = parameters.get(name.toLowerCase());
      return there && there.value !== value && /^(?:protocol|port|streamdrivermode|streamdriver)$/i.test(name)
        ? [{ ...there.place, newText: value }]
        : [];
    });
    const missing = set.filter(([name]) => !parameters.has(name.toLowerCase()));
    return [...known, ...insert(place, missing)];
  };
  return {
    place: target.place,
    host: port === undefined ? target.value : `${target.value}:${port}`,
    isLocal: isOwnAddress(target.value),
    isEncrypted,
    encrypt: object!.isClosed && !parameters.has('tls') ? encrypt : undefined,
  };
}

/** Behind the last parameter. */
function insert({ uri, end }: RsyslogAction['place'], added: readonly (readonly [string, string])[]): Edit[] {
  return added.length > 0 ? [{ uri, start: end - 1, end: end - 1, newText: added.map(asWritten).join('') }] : [];
}

/** `authpriv.* stop` (`~` of old) where no line before has taken the records of logins. */
function discardsOf({ actions }: Rsyslog): RsyslogAction[] {
  const out: RsyslogAction[] = [];
  for (const action of actions) {
    const { filter, text } = action;
    const isOfAuth = filter?.kind === 'selector' && /\bauth/i.test(filter.text) && selectsAuth(filter.text);
    if (carriesAuth(action) === false) continue;
    if (!/^(?:stop|~|discard)$/.test(text)) break;
    if (isOfAuth && !action.isInRuleset) out.push(action);
  }
  return out;
}
