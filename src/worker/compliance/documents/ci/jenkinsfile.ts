/**
 * What a Jenkinsfile holds for the rules: `sh` steps, variables of the pipeline, images of its
 * agents (Jenkins pipeline syntax).
 */
import { withoutEnd } from '../../../text/withoutEnd';
import { lastAtOrBefore } from '../../lastAtOrBefore';
import { type Place, textValue, type Value } from '../../model/value';
import { spanSet } from '../../spanSet';
import { type Excerpt, excerptOf } from '../text/excerpt';
import { type GroovyString, type GroovyText, readGroovy } from './groovy';

export interface JenkinsVariable {
  name: string;
  value: { text: string; place: Place };
}

const QUOTE = `'''|"""|'|"`;
const STEP = /(?<![\w.$])sh\b/g;
/**
 * What may stand between the name of the step and its script: a parenthesis, other named
 * parameters, `script:`.
 */
const HEAD =
  /\s*(?:\(\s*)?(?:(?!script\b)\w+[ \t]*:[ \t]*(?:\w+|'[^'\n]*'|"[^"\n]*")[ \t]*,\s*)*(?:script[ \t]*:[ \t]*)?(?:'''|"""|'|")/y;
const ENVIRONMENT = /(?<![\w.$])environment\s*\{/g;
const WITH_ENV = /(?<![\w.$])withEnv\s*\(?\s*\[/g;
const ASSIGNMENT = new RegExp(`(?<![\\w.$])(?:env\\.)?([A-Za-z_]\\w*)[ \\t]*=[ \\t]*(?=${QUOTE})`, 'g');
const IMAGE = new RegExp(`(?<![\\w.$])(?:docker\\.image\\(\\s*|docker[ \\t]+|image[ \\t]*:?[ \\t]*)(?=${QUOTE})`, 'g');
const AGENT = /(?<![\w.$])docker(?:file)?\s*\{/g;
const ARGUMENTS = new RegExp(`(?<![\\w.$])args[ \\t]*(?=${QUOTE})`, 'g');
const RUN_CALL = new RegExp(`\\.(?:inside|withRun|run)\\s*\\(\\s*(?=${QUOTE})`, 'g');
const BUILD_CALL = /(?<![\w.$])docker\.build\s*\(/g;
const BUILD = new RegExp(`(?<![\\w.$])docker\\.build\\s*\\(?\\s*(?=${QUOTE})`, 'g');

/** One excerpt for each step. */
export function jenkinsShells({ strings, code }: GroovyText): Excerpt[] {
  return [...code.matchAll(STEP)].flatMap(({ index }) => {
    HEAD.lastIndex = index + 2;
    const head = HEAD.exec(code)?.[0];
    const string = head === undefined ? undefined : strings.get(index + 2 + withoutEnd(head, `'"`).length);
    return string ? [excerptOf(string.pieces, (text) => (/[\\'"$\n]/.test(text) ? undefined : text))] : [];
  });
}

/**
 * `environment { NAME = '…' }`, `env.NAME = '…'` and `withEnv(['NAME=…'])`: what stands there as
 * one string, but for names under which Jenkins itself stores secrets.
 */
export function jenkinsVariables(uri: string, document: string, { strings, code }: GroovyText): JenkinsVariable[] {
  const inBlock = withinAny(spansOf(code, ENVIRONMENT, '{', '}'));
  const inList = withinAny(spansOf(code, WITH_ENV, '[', ']'));
  const assigned = [...code.matchAll(ASSIGNMENT)].flatMap((match): JenkinsVariable[] => {
    const isSet = match[0].startsWith('env.') || inBlock(match.index);
    const string = strings.get(match.index + match[0].length);
    return isSet && string && standsAlone(code, string) ? [{ name: match[1]!, value: contentOf(uri, string, 0) }] : [];
  });
  const handed = [...strings.values()].flatMap((string): JenkinsVariable[] => {
    if (!inList(string.start) || !standsAlone(code, string)) return [];
    const [front, name] = /^([A-Za-z_]\w*)=/.exec(textOf(string)) ?? [];
    return name === undefined ? [] : [{ name, value: contentOf(uri, string, front!.length) }];
  });
  const stored = new Set([...document.matchAll(STORED)].map(([, name]) => name!));
  return [...assigned, ...handed].filter(
    ({ name, value }) => !stored.has(name) && !(CREDENTIALS.test(name) && /^[\w.-]*$/.test(value.text)),
  );
}

/** Steps that are told which stored secret they shall take. */
const STORED =
  /\b(?:credentialsId[ \t]{0,9}:|credentials[ \t]{0,9}\(|sshagent[ \t([]{1,9}|withRegistry[ \t]{0,9}\([^,\n]{0,200},)\s{0,40}["']?(?:\$\{?)?(?:env\.)?([A-Za-z_]\w*)/g;
/** In Jenkins's words a credential is a stored one, known by its id. */
const CREDENTIALS = /(?:credentials?|creds?)$/i;

/** What agents run in and `docker.image` names; not what the pipeline builds itself. */
export function jenkinsImages(uri: string, document: string, { strings, code }: GroovyText): Value[] {
  const stringsBehind = (pattern: RegExp) =>
    [...code.matchAll(pattern)].flatMap((m) => strings.get(m.index + m[0].length) ?? []);
  const built = new Set(stringsBehind(BUILD).map(textOf));
  return stringsBehind(IMAGE).flatMap((string) => {
    if (
      built.has(textOf(string)) ||
      !standsAlone(code, string) ||
      /^\s*\)\s*\.(?:push|tag)\b/.test(code.slice(string.end, string.end + 40))
    )
      return [];
    const { place, text } = contentOf(uri, string, 0);
    return text === '' ? [] : [textValue(document.slice(place.start, place.end), text, place)];
  });
}

/**
 * What containers of agents (`args '…'`) and of `docker.image(…).inside('…')` are given, each as
 * the run line that Jenkins makes of it; the image is not in it.
 */
export function jenkinsRunLines({ strings, code }: GroovyText): Excerpt[] {
  const inAgent = withinAny(spansOf(code, AGENT, '{', '}'));
  const calls = [...code.matchAll(ARGUMENTS)].filter(({ index }) => inAgent(index));
  return [...calls, ...code.matchAll(RUN_CALL)].flatMap((match) => {
    const string = strings.get(match.index + match[0].length);
    if (!string || !/^\s*-/.test(textOf(string))) return [];
    const start = string.pieces[0]!.start;
    return [excerptOf([{ text: 'docker run --rm ', start, end: start }, ...string.pieces], () => undefined)];
  });
}

/** The strings behind the image's name in `docker.build(name, options)`. */
export function jenkinsBuildOptions({ strings, code }: GroovyText): Excerpt[] {
  const all = [...strings.values()];
  const starts = all.map((s) => s.start);
  return spansOf(code, BUILD_CALL, '(', ')').flatMap(({ start, end }) => {
    const first = starts[0]! >= start ? 0 : lastAtOrBefore(starts, start) + 1;
    const within = all.slice(first, lastAtOrBefore(starts, end) + 1).filter((s) => s.end < end);
    return within.slice(code.slice(start, within[0]?.start).trim() === '' ? 1 : 0).map((s) => excerptOf(s.pieces));
  });
}

/** Whether a place lies within a string: comments there are the shell's, not Groovy's. */
export const isWithinString = (document: string, at: number): boolean =>
  [...readGroovy(document).strings.values()].some(({ start, end }) => start < at && at < end);

const textOf = ({ pieces }: GroovyString): string => pieces.map((p) => p.text).join('');

function contentOf(uri: string, string: GroovyString, from: number): { text: string; place: Place } {
  const { text, place } = excerptOf(string.pieces);
  return { text: text.slice(from), place: { uri, ...place(from, text.length) } };
}

/** Not a part of a sum. */
const standsAlone = (code: string, { start, end }: GroovyString): boolean =>
  !/^\s*\+/.test(code.slice(end, end + 200)) && !/\+\s*$/.test(code.slice(Math.max(0, start - 200), start));

/** From the bracket that the pattern ends with to the one that closes it, or to the end. */
function spansOf(
  code: GroovyText['code'],
  pattern: RegExp,
  open: string,
  close: string,
): { start: number; end: number }[] {
  const starts = [...code.matchAll(pattern)].map(({ index, 0: text }) => index + text.length);
  if (starts.length === 0) return [];
  const ends = new Map<number, number>();
  const opened: number[] = [];
  for (let at = 0; at < code.length; at++) {
    if (code[at] === open) opened.push(at + 1);
    else if (code[at] === close && opened.length > 0) ends.set(opened.pop()!, at + 1);
  }
  return starts.map((start) => ({ start, end: ends.get(start) ?? code.length }));
}

/** Whether an offset lies within one of the spans. */
function withinAny(spans: readonly { start: number; end: number }[]): (at: number) => boolean {
  const joined = spanSet();
  for (const span of spans) joined.add(span);
  return (at) => joined.touches({ start: at, end: at });
}
