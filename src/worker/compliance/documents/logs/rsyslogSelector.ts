/** Whether a selector or an expression of rsyslog lets records of logins through. */

import { valueIn } from '../../valueIn';
import type { RsyslogAction } from './rsyslog';

/** Priorities that let the records of logins through, which are `info` and `notice`. */
const ENOUGH = new Set(['*', 'debug', 'info', 'notice', '7', '6', '5']);
const FACILITIES: Record<string, readonly string[]> = {
  '*': ['auth', 'authpriv'],
  auth: ['auth'],
  security: ['auth'],
  '4': ['auth'],
  authpriv: ['authpriv'],
  '10': ['authpriv'],
};

/** `*.info;authpriv.none`: parts in order, the later one holds. */
export function selectsAuth(selector: string): boolean {
  const open = new Map<string, boolean>();
  for (const part of selector.toLowerCase().split(';')) {
    const dot = part.lastIndexOf('.');
    const priority = part.slice(dot + 1);
    const isClosed = priority === 'none' || priority === '!*';
    for (const facility of part.slice(0, dot).split(','))
      for (const each of valueIn(FACILITIES, facility) ?? [])
        if (isClosed || ENOUGH.has(priority)) open.set(each, !isClosed);
  }
  // Most systems log in by `authpriv`: to leave it out is to leave logins out.
  return open.get('authpriv') ?? open.get('auth') ?? false;
}

/** Undefined: nobody can tell from the file. */
export function carriesAuth({ filter, around, isInRuleset }: RsyslogAction): boolean | undefined {
  if (isInRuleset) return undefined;
  if (!filter) return true;
  if (filter.kind === 'selector') return selectsAuth(filter.text) && (around.length === 0 || undefined);
  const about = [...around, filter.text].join(' ').toLowerCase();
  if (/auth|sshd|sudo|secure|\belse\b|\bnot\b|!|<>/.test(about)) return undefined;
  return /\$?(?:programname|syslogtag|app-?name|inputname|syslogfacility-text|hostname|fromhost(?:-ip)?|msg|rawmsg)/.test(
    about,
  )
    ? false
    : undefined;
}
