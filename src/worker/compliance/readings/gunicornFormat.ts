/** Which fields a format of gunicorn's access log has (docs.gunicorn.org, settings: access_log_format). */
import type { LogField } from './logFormat';

/** What has them, and what is added. */
const FIELDS: Record<LogField, [has: RegExp, added: string]> = {
  time: [/%\(t\)s/, '%(t)s'],
  source: [/%\(h\)s|%\(\{[^}]*(?:forwarded-for|real-ip|client-ip|connecting-ip)[^}]*\}[ie]\)s/i, '%(h)s'],
  user: [/%\(u\)s|%\(\{[^}]*user(?!-agent)[^}]*\}[ieo]\)s/i, '%(u)s'],
  result: [/%\((?:s|st)\)s/, '%(s)s'],
};

/** Those that it lacks, as it would name them. */
export const missingInGunicorn = (format: string): string[] =>
  Object.values(FIELDS).flatMap(([has, added]) => (has.test(format) ? [] : [added]));
