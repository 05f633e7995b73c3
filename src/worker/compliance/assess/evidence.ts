/**
 * What must be in sight before silence of a rule says anything: a script that pulls no image does
 * not verify signatures either.
 */
import type { RuleId } from '../areas';
import type { Facts, FactTypes } from '../facts/facts';

interface Evidence {
  /** One of these sorts of facts. */
  of?: readonly (keyof FactTypes)[];
  /** Words in the text. */
  about?: RegExp;
}

const UPLOADED = /\brequest\.files\b|\bUploadFile\b|\bFileField\b/;
const UPLOADS = /upload/i;
const FIREWALL: Evidence = { of: ['firewall'] };
const SCAN = /\b(?:trivy|grype|snyk|clair|dockle|syft|anchore)\b|\bdocker[ \t]+scout\b/i;
const BACKUP = /backup|备份|\b(?:pg_dump|mysqldump|restic|borg|rsync|tar)\b/i;
const PULLS = /\b(?:pull|run|up|create|deploy)\b|^[ \t]*image[ \t]*:/im;

/** Rules that are not named speak of every fact of their sorts. */
const EVIDENCE: Partial<Record<RuleId, Evidence>> = {
  'MLPS-APP-005': { about: /<form\b|\bcsrf/i },
  'MLPS-APP-006': { about: /\bserver[ \t]*\{|\b(?:flask|quart)\b/i },
  'MLPS-HST-008': { of: ['fail2ban'] },
  'MLPS-HST-009': { of: ['selinux'], about: /\b(?:setenforce|selinux|apparmor)\b/i },
  'MLPS-IMG-004': { about: PULLS },
  'MLPS-IMG-005': { about: /sha256|digest/i },
  'MLPS-IMG-006': { about: SCAN },
  'MLPS-IMG-007': { about: SCAN },
  'MLPS-LOG-002': { of: ['container', 'daemon', 'logForward'] },
  'MLPS-LOG-006': { of: ['logRetention', 'daemon'], about: /\bmax-(?:file|size)\b/ },
  'MLPS-LOG-007': { of: ['nginx'], about: /\bgunicorn\b/ },
  'MLPS-LOG-008': { of: ['nginx', 'python', 'daemon'], about: /--access-logformat\b|^[ \t]*services[ \t]*:/m },
  'MLPS-LOG-009': { of: ['rsyslog'] },
  'MLPS-LOG-011': { about: /@[\w.]+\.(?:route|get|post|put|delete|patch)\(/ },
  'MLPS-NET-004': FIREWALL,
  'MLPS-NET-005': { of: ['firewall'], about: /^[ \t]*(?:allow|deny)[ \t]/m },
  'MLPS-NET-006': FIREWALL,
  'MLPS-NET-007': FIREWALL,
  'MLPS-NET-009': { about: /\bports[ \t]*:/ },
  'MLPS-NET-010': { of: ['nginx', 'caddy', 'traefik'], about: /\btraefik\.http\.routers\b/i },
  'MLPS-NET-012': { about: /\bproxy_pass\b|\bProxyFix\b|\bentryPoints\b/i },
  'MLPS-OPS-001': { about: BACKUP },
  'MLPS-OPS-002': { about: BACKUP },
  'MLPS-UPL-001': { about: UPLOADED },
  'MLPS-UPL-002': { about: UPLOADED },
  'MLPS-UPL-003': { about: UPLOADED },
  'MLPS-UPL-004': { about: /\brequest\.files\b|\bMAX_CONTENT_LENGTH\b|\bclient_max_body_size\b/ },
  'MLPS-UPL-005': { about: UPLOADS },
  'MLPS-UPL-006': { about: UPLOADS },
  'MLPS-UPL-007': { about: UPLOADS },
  'MLPS-UPL-008': { about: UPLOADS },
};

/** Ids of the rules above; for tests. */
export const rulesWithEvidence = Object.keys(EVIDENCE) as RuleId[];

export function hasEvidence(rule: RuleId, text: string, facts: Facts): boolean {
  const evidence = EVIDENCE[rule];
  if (!evidence) return true;
  const { of = [], about } = evidence;
  return of.some((sort) => facts[sort]?.length) || about?.test(text) === true;
}
