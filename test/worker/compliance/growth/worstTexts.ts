/** For each kind of file the texts that cost most for their size, as far as we know them. */
import { kindOf } from '../../../../src/worker/compliance/kindOf';
import { type Kind, kinds } from '../../../../src/worker/protocol/fileKinds';
import { kindExamples } from '../kindExamples';
import { ROOT } from '../ruleFixtures';
import { grownTexts } from './grownTexts';
import { smallTexts } from './smallTexts';

export interface WorstText {
  subject: string;
  uri: string;
  text: string;
}

/** Its own examples that rules find something in, the longest many times over, and all texts that once were slow. */
export function worstTexts(kilobytes: number): Map<Kind, WorstText[]> {
  const examples = kindExamples();
  const worst = new Map<Kind, WorstText[]>();
  for (const kind of kinds) {
    const [longest] = examples
      .get(kind)!
      .filter(({ verdict }) => verdict !== 'valid')
      .sort((a, b) => b.text.length - a.text.length);
    const { uri, text } = longest!;
    const repeated = text.repeat(Math.ceil((kilobytes * 1024) / text.length));
    worst.set(kind, [{ subject: 'its example', uri, text: repeated }]);
  }
  const slow: [subject: string, name: string, text: string][] = [
    ...grownTexts.map(([subject, name, size, make]): [string, string, string] => [subject, name, make(size)]),
    ...smallTexts.map(([subject, name, text]): [string, string, string] => [subject, name, text]),
  ];
  for (const [subject, name, text] of slow) {
    const uri = `${ROOT}${name}`;
    const kind = kindOf(uri, text);
    if (kind) worst.get(kind)!.push({ subject, uri, text });
  }
  return worst;
}
