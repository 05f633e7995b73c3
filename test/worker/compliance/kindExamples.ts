/** Texts of every kind of file. */
import { kindOfDocument } from '../../../src/worker/compliance/lint';
import { type Kind, kinds } from '../../../src/worker/protocol/fileKinds';
import { ROOT, readFixtures } from './ruleFixtures';

export interface Example {
  uri: string;
  text: string;
  /** Of a rule's fixture. */
  verdict?: string;
}

/** Of kinds that no rule judges by themselves. */
const others: Example[] = [
  { uri: `${ROOT}etc/firewalld/zones/public.xml`, text: '<zone>\n  <service name="ssh"/>\n</zone>\n' },
  { uri: `${ROOT}etc/tmpfiles.d/uploads.conf`, text: 'D /srv/uploads 0750 root root 7d\n' },
];

/**
 * The fixtures of rules, and a text of each kind that has none.
 * @throws an Error where a kind has no text
 */
export function kindExamples(): Map<Kind, Example[]> {
  const examples = new Map<Kind, Example[]>(kinds.map((kind) => [kind, []]));
  for (const example of [...readFixtures(), ...others]) {
    const kind = kindOfDocument(example);
    if (kind) examples.get(kind)!.push(example);
  }
  for (const [kind, found] of examples) if (found.length === 0) throw new Error(`no example of ${kind}`);
  return examples;
}
