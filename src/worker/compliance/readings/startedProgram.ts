/**
 * Whether a container has a program of its own to run, as far as a Dockerfile or a command tells.
 */
import { knownImage } from '../data/knownImages';
import type { DockerInstruction } from '../documents/dockerfile/dockerfile';
import { lastOf } from '../documents/dockerfile/lastOf';
import type { Dockerfile } from '../documents/dockerfile/stages';
import type { Value } from '../model/value';
import { once } from '../once';

/**
 * False for images that others build on or work in: nothing is started, or a shell, a build, a test
 * run, a help text. A port or a health check tells of a program whatever CMD says, and so does a
 * base that is one.
 */
export const startsProgram = once((file: Dockerfile): boolean => {
  if (FOR_OTHERS.test(file.target?.name ?? '')) return false;
  const command = commandOf(file);
  if (SHOWS.test(command.slice(0, 1000))) return false;
  if (serves(file)) return true;
  return command === ''
    ? isProgram(file.chain.at(-1)?.image)
    : !isPassing(command) && !isTool(command, textOf(file, 'CMD') === '');
});

/** A port or a health check tells that somebody asks the program for something. */
export const serves = ({ chain }: Dockerfile): boolean =>
  chain.some(({ instructions }) =>
    instructions.some(({ keyword, words }) =>
      keyword === 'HEALTHCHECK' ? words[0]?.text.toUpperCase() !== 'NONE' : keyword === 'EXPOSE',
    ),
  );

/** Names of stages that are built in, built on or tested. */
const FOR_OTHERS = /^(?:build(?:er)?|base|dev|devel|test|tests|deps)(?:$|[-_.])|[-_.](?:build(?:er)?|base|dev|test)$/;

/** ENTRYPOINT and CMD as they are run, words side by side; empty where neither is written. */
const commandOf = (file: Dockerfile): string => `${textOf(file, 'ENTRYPOINT')} ${textOf(file, 'CMD')}`.trim();

/** An image of a program, not of a system or a language: it starts without being told what. */
export function isProgram(image: Value | undefined): boolean {
  const known = knownImage(image);
  return known !== undefined && !known.bare;
}

/**
 * One word that the system finds and that gets no argument, in a folder of programs too where no
 * CMD gives it one; a script called `cli`, or what lies
 * in a folder of that name: a tool that is told what to do when it is run.
 */
const isTool = (command: string, isOpen: boolean): boolean =>
  ((/^[a-z][\w-]*$/i.test(command) ||
    (isOpen && /^\/(?:\w+\/)*s?bin\/[a-z][\w-]*$/i.test(command)) ||
    /[/\s-]cli(?:\.\w+)?$/.test(command)) &&
    !STAYS.test(command)) ||
  (isOpen && OF_CLI.test(command));
const OF_CLI = /^\/(?:[\w.-]+\/)*(?:[\w.]+-)?cli\/(?:[\w.-]+\/)*[\w.-]+$/;
const STAYS =
  /(?:serve|server|service|start|run|corn|(?<!cm)d|app|main|web|api|worker|proxy|bot|init|entrypoint|agent|manager|controller|operator|exporter|gateway|broker|hub|node|listener|scheduler|collector|relay|watcher)$/i;

/** A command that ends by itself or serves nobody; the text has its words side by side. */
export function isPassing(command: string): boolean {
  const bare = command
    .slice(0, 1000)
    .replace(/^(?:(?:\S*\/)?(?:exec|tini|dumb-init|catatonit|env)(?:\s+-\S*)*\s+|\S*sh\s+-\w*c\s+)+/, '');
  return [SHELL, ASKS, BUILDS, SCRIPTS, TESTS, WAITS].some((pattern) => pattern.test(bare.trim()));
}

/** Prints what else can be run. */
const SHOWN = String.raw`(?:echo|ls)\b(?:'[^']*'|"[^"]*"|[^&;|'"])*`;
const SHOWS = new RegExp(
  String.raw`^(?:\S*(?:tini|dumb-init)(?:\s+--)?\s+)?(?:\S*sh\s+-\w*c\s+)?${SHOWN}(?:(?:&&|;)\s*(?:${SHOWN})?)*$`,
);
const SHELL = /^(?:\S*\/)?(?:(?:ba|da|a|z|k|fi)?sh|pwsh)(?:\s+-\w+)*$/;
const ASKS = /(?:^|\s)(?:--?help|-h|--version|help|version)$/;
const BUILDS =
  /^(?:\S*\/)?(?:make(?:\s+(?!run|serve|start)\S+)*$|(?:cmake|ninja|rpmbuild|dpkg-buildpackage|debuild|(?:cargo|go)\s+(?:build|test)|(?:npm|yarn|pnpm)\s+(?:run\s+)?(?:build|lint)|(?:mvnw?|gradlew?)\s.*\b(?:build|package|verify|install|compile)\b)(?:\s|$))/;
const SCRIPTS =
  /^(?:\S*sh\s+)?(?:\S*\/)?(?:build|compile|make|package)(?:[-_][-\w]+)?\.(?:sh|py)(?:\s|$)|^(?:\S*\/)?build(?:[-_][-\w]+)?(?:\s|$)|\s(?:build|import|init|lint|migrate|seed|test)$/;
const TESTS =
  /^(?:\S*\/)?(?:pytest|tox|nox|ctest|rspec|phpunit|jest|\S*run[_-]?tests?\S*|test[_-]?\S*|(?:npm|yarn|pnpm|mvnw?|gradlew?|rake|python\d?\s+-m\s+(?:pytest|unittest|tox)|python\d?\s+\S*setup\.py)(?:\s+run)?\s+test\S*)(?:\s|$)|^python\d?\s+-m\s+(?:pytest|unittest|tox)\b/;
const WAITS =
  /^(?:\S*\/)?(?:sleep\s+\S+|tail\s+-[fF]\s+\/?dev\/null|true|:|while\s+(?:\[+\s*)?(?:true|:|1)(?:\s*\]+)?\s*;\s*do\s+sleep\s+\S+\s*;\s*done)$/;

/** The one in force, its words side by side. */
function textOf(file: Dockerfile, keyword: 'CMD' | 'ENTRYPOINT'): string {
  const last = lastOf(file, keyword);
  return last ? wordsOf(last) : '';
}

const wordsOf = ({ json, args }: DockerInstruction): string =>
  json
    ? json.map((w) => w.text.replace(/^(["'])(.*)\1$/s, '$2')).join(' ')
    : args.text
        .trim()
        .replace(/\s+/g, ' ')
        .replace(/^(["'])(.*)\1$/s, '$2');
