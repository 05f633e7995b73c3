/**
 * Commands that a list of Markdown gives in a code span at the end of an item: "Bring it up: `docker
 * compose up -d`" (fact T20).
 */
import { asPosix } from './shell/shellDialect';
import { type Excerpt, wholeExcerpt } from './text/excerpt';

const ITEM = /^([ \t]*(?:[-*+•]|\d+[.)、])[ \t]+[^`\n]*[:：][ \t]*`+)([^`\n]+)`+[ \t]*[。.;；]?[ \t]*\r?$/gm;
/** What is not to be done. */
const WARNS =
  /\b(?:not|never|avoid|instead|don['’]t|wrong|bad|deprecated|insecure)\b|[❌✗]|不要|不得|不可|不应|避免|切勿|请勿|禁止(?:使用|运行)|错误|不安全/i;

export const inlineCommands = (document: string): Excerpt[] =>
  [...document.matchAll(ITEM)].flatMap(({ index, 1: lead, 2: command }) =>
    WARNS.test(lead!) || !/\s/.test(command!) ? [] : [asPosix(wholeExcerpt(command!, index + lead!.length), 'session')],
  );
