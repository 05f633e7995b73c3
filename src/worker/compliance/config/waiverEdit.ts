/** A new waiver in the configuration, for one finding; its reason is left for a person to write. */
import type { Finding, Profile, TextEdit } from '../../protocol/finding';
import { entryEdit } from './entryEdit';
import { proposedDay } from './proposedDay';

interface Waived {
  finding: Pick<Finding, 'rule' | 'service'>;
  /** The file's path from the configuration's folder, with forward slashes. */
  path: string;
  /** ISO date. */
  today: string;
}

/** Characters that mean something in a pattern, or would break a quoted YAML string. */
const SPECIAL = /[*?{}"\\\p{Cc}]/u;

/**
 * @param text the configuration; undefined for one still to be made, which keeps the `profile` that
 * reported the finding
 * @returns undefined where no waiver can be added, or for a file name that is a pattern
 */
export function waiverEdit(text: string | undefined, waived: Waived, profile: Profile): TextEdit | undefined {
  const { finding, path, today } = waived;
  if (SPECIAL.test(path)) return undefined;
  const lines = [
    `- rule: ${finding.rule}`,
    `  files: ["/${path}"]`,
    ...(finding.service ? [`  service: ${JSON.stringify(finding.service)}`] : []),
    `  until: ${proposedDay(today, 'halfYear')}`,
    '  reason: ',
  ];
  return entryEdit(text, { list: 'waivers', lines, profile });
}
