/** Which fields a format of nginx's access log has (`log_format`), and whose word the address is. */
import type { NginxDirective } from '../documents/nginx/nginxConfig';
import { httpBlocks, type NginxSettings } from '../documents/nginx/nginxSettings';
import { once } from '../once';
import { isSentByClient } from './clientAddress';
import { isBehindTls } from './servedPlainly';

/** What a record must tell. */
export type LogField = 'time' | 'source' | 'user' | 'result';

const VARIABLES: Record<LogField, RegExp> = {
  time: /^(?:time_local|time_iso8601|msec|.*(?:timestamp|date).*)$/,
  source: /(?:_addr|addr_|forwarded_for|real_?ip|client_?ip|connecting_ip)/,
  user: /(?:^|_)(?:user|uid|userid|username|login|account|subject|sub)(?:$|_(?!agent))/,
  result: /status/,
};
const LOG_FIELDS = Object.keys(VARIABLES) as LogField[];

/** What the fix adds. */
export const FIELD_VARIABLE: Record<LogField, string> = {
  time: '$time_iso8601',
  source: '$remote_addr',
  user: '$remote_user',
  result: '$status',
};

export interface PoorFormat {
  directive: NginxDirective;
  missing: LogField[];
}

export interface ClaimedAddress {
  directive: NginxDirective;
  /** `$http_x_forwarded_for` */
  variable: string;
}

interface Format {
  directive: NginxDirective;
  /** With those that a map makes others of. */
  variables: ReadonlySet<string>;
  /** What maps make. */
  mapped: ReadonlySet<string>;
}

export const poorFormats = (settings: NginxSettings): PoorFormat[] =>
  usedFormats(settings).flatMap(({ directive, variables }) => {
    const missing = LOG_FIELDS.filter((field) => ![...variables].some((variable) => VARIABLES[field].test(variable)));
    return missing.length > 0 ? [{ directive, missing }] : [];
  });

/** Formats whose only address is one that clients write themselves, where nobody is told to stand in front. */
export const claimedAddresses = (settings: NginxSettings): ClaimedAddress[] =>
  usedFormats(settings).flatMap(({ directive, variables, mapped }) => {
    const addresses = [...variables].filter((name) => VARIABLES.source.test(name) && !mapped.has(name));
    const variable = addresses.map((name) => `$${name}`).find(isSentByClient);
    const isClaimed = variable !== undefined && addresses.every((name) => isSentByClient(`$${name}`));
    return isClaimed && !isBehindOthers(settings) ? [{ directive, variable }] : [];
  });

const isBehindOthers = ({ root }: NginxSettings): boolean =>
  httpBlocks(root).some((block) => block.context === 'server' && isBehindTls(block));

/** Those that a log of requests uses, or may use out of sight. */
const usedFormats = once(({ root }: NginxSettings): readonly Format[] => {
  const blocks = httpBlocks(root);
  const directives = blocks.flatMap((block) => block.directives);
  const used = new Set(
    directives.filter(({ name }) => name === 'access_log').map(({ words }) => words[1]?.text ?? 'combined'),
  );
  // What a map makes of a variable tells what that variable tells.
  const sources = new Map(
    blocks.flatMap(({ context, opener }) =>
      context === 'map' && opener ? [[opener.words[1]?.text ?? '', opener.words[0]?.text ?? '']] : [],
    ) as [string, string][],
  );
  return directives.flatMap((directive): Format[] => {
    const [name, ...parts] = directive.words;
    if (directive.name !== 'log_format' || !name || (used.size > 0 && !used.has(name.text))) return [];
    const format = parts.map(({ text }) => text).join('');
    if (/[\ufffc]/.test(format) || !format.includes('$')) return [];
    const variables = variablesIn(format);
    const mapped = new Set([...variables].filter((variable) => sources.has(`$${variable}`)));
    for (const variable of mapped)
      for (const source of variablesIn(sources.get(`$${variable}`)!)) variables.add(source);
    return [{ directive, variables, mapped }];
  });
});

const variablesIn = (text: string): Set<string> => new Set([...text.matchAll(/\$\{?(\w+)/g)].map(([, name]) => name!));
