/** What `recommended` leaves to `mlps3`, in pairs with what it still finds. */
import { describe, expect, it } from 'vitest';
import { lint } from '../../../../src/worker/compliance/lint';
import type { Profile } from '../../../../src/worker/protocol/finding';

const files = { text: () => null };

export const findingsOf = (name: string, text: string, profile: Profile) =>
  lint({ uri: `file:///w/${name}`, text }, { files, locale: 'en', profile, today: '2026-11-24', group: false })
    .findings;

/** Without `MLPS-`. */
export const rulesOf = (name: string, text: string, profile: Profile) =>
  findingsOf(name, text, profile).map((f) => f.rule.slice(5));

type File = [name: string, text: string];

/** Rule, what it is silent of, what of the same kind it still finds. */
export type Pair = [rule: string, silent: File, found: File];

/** Nothing is told that may be meant so, and everything that is in sight. */
export const testPairs = (pairs: Pair[]): void =>
  describe.each(pairs)('%s', (rule, [silentName, silent], [foundName, found]) => {
    it(`is left to mlps3: ${silentName} ${silent.slice(0, 60)}`, () => {
      expect(rulesOf(silentName, silent, 'recommended')).not.toContain(rule);
      expect(rulesOf(silentName, silent, 'mlps3')).toContain(rule);
    });

    it(`is found: ${foundName} ${found.slice(0, 60)}`, () =>
      expect(rulesOf(foundName, found, 'recommended')).toContain(rule));
  });

export const workflow = (run: string) =>
  `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: |\n${run.replace(/^/gm, '          ')}\n`;
export const service = (more: string) => `services:\n  a:\n    image: acme/app:1.2.3\n    restart: always\n${more}`;
export const CI = '.github/workflows/a.yml';
export const fence = (command: string) => `\`\`\`sh\n${command}\n\`\`\`\n`;
export const vpn = (image: string) =>
  `services:\n  a:\n    image: ${image}\n    cap_add: [NET_ADMIN]\n    ports: ["51820:51820/udp"]\n`;
