/** Which fields a format of nginx's access log has (`log_format`). */
import type { NginxDirective } from '../documents/nginx/nginxConfig';
import { httpBlocks, type NginxSettings } from '../documents/nginx/nginxSettings';

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

/** Formats that a log of requests uses, or may use out of sight, and that lack a field. */
export function poorFormats({ root }: NginxSettings): PoorFormat[] {
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
  return directives.flatMap((directive): PoorFormat[] => {
    const [name, ...parts] = directive.words;
    if (directive.name !== 'log_format' || !name || (used.size > 0 && !used.has(name.text))) return [];
    const format = parts.map(({ text }) => text).join('');
    if (/[\ufffc]/.test(format) || !format.includes('$')) return [];
    const variables = variablesIn(format);
    for (const variable of [...variables])
      for (const source of variablesIn(sources.get(`$${variable}`) ?? '')) variables.add(source);
    const missing = LOG_FIELDS.filter((field) => ![...variables].some((variable) => VARIABLES[field].test(variable)));
    return missing.length > 0 ? [{ directive, missing }] : [];
  });
}

const variablesIn = (text: string): Set<string> => new Set([...text.matchAll(/\$\{?(\w+)/g)].map(([, name]) => name!));
