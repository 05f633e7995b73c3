/** What a container of a Dockerfile's image starts. */
import type { Place } from '../../model/value';
import { unquote } from './dockerWords';
import { lastOf } from './lastOf';
import { placeIn } from './mappedText';
import type { Dockerfile } from './stages';

export interface StartCommand {
  /** ENTRYPOINT and CMD, quotes taken off; what a shell reads is one word, behind `sh -c`. */
  words: string[];
  /** Of the arguments of CMD, of ENTRYPOINT where there is none. */
  place: Place;
  /** Nothing but one instruction says what starts. */
  isAlone: boolean;
}

/** Of the shipped chain, nearest first; a shell's ENTRYPOINT hears of no CMD. */
export function startCommand(file: Dockerfile): StartCommand | undefined {
  const entry = lastOf(file, 'ENTRYPOINT');
  const cmd = lastOf(file, 'CMD');
  const told = (entry && !entry.json ? [entry] : [entry, cmd]).filter((each) => each !== undefined);
  const last = told.at(-1);
  if (!last) return undefined;
  const words = told.flatMap(({ json, args }) => json?.map(({ text }) => unquote(text)) ?? ['sh', '-c', args.text]);
  const { text } = last.args;
  return { words, place: placeIn(last.args, file.uri, 0, text.trimEnd().length), isAlone: told.length === 1 };
}
