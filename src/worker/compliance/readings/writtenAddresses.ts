/** Addresses with a password in the configuration of a program, whatever its format. */
import { linesIn } from '../documents/text/lines';
import { type Credential, credentialIn } from '../model/connectionString';
import type { Place } from '../model/value';

const COMMENT = /(?:^|\s)(?:#|\/\/(?=\s)).*$/;

/** `scheme://user:password@host` outside of comments, each with its place. */
export function* writtenAddresses(uri: string, text: string): Generator<{ place: Place; found: Credential }> {
  if (!text.includes('://') || !text.includes('@')) return;
  for (const { text: line, at } of linesIn(text)) {
    if (!line.includes('://') || !line.includes('@')) continue;
    for (const { 0: word, index } of line
      .replace(COMMENT, '')
      .matchAll(/(?<![^\s"'<>{};,])[^\s"'<>{};,]+:\/\/[^\s"'<>;,]+/g)) {
      const found = credentialIn(word);
      if (found && word.startsWith('://', word.indexOf(':', found.start)))
        yield { place: { uri, start: at + index + found.start, end: at + index + found.end }, found };
    }
  }
}
