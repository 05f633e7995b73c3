/** Whether a backup is told where to: what restic and borg need, and nothing around them sets. */
import type { Deployment } from '../deployment/deployment';
import type { Script } from '../documents/shell/script';
import type { ShellCommand } from '../documents/shell/shellTypes';
import { fileName } from '../files';
import { keepsData } from './backupCommand';

/** Without either the program ends with an error (restic.readthedocs.io, borgbackup.readthedocs.io). */
const NEEDS: readonly { tool: string; variable: string; set: RegExp; given: RegExp }[] = [
  {
    tool: 'restic',
    variable: 'RESTIC_REPOSITORY',
    set: /\bRESTIC_REPOSITORY/,
    given: /^(?:-r|--repo(?:sitory-file)?(?:=|$))/,
  },
  {
    tool: 'restic',
    variable: 'RESTIC_PASSWORD_FILE',
    set: /\bRESTIC_PASSWORD/,
    given: /^(?:-p|--password-(?:file|command)(?:=|$)|--insecure-no-password)/,
  },
  { tool: 'borg', variable: 'BORG_REPO', set: /\bBORG_REPO\b/, given: /^(?:-r|--repo(?:=|$))|[^:]::/ },
];

/** What else may set variables that the text does not name. */
const FROM_ELSEWHERE = /^[ \t]*(?:\.|source|eval)[ \t]|\bset -\w*a|--env-file|\bexport[ \t]+["']?\$/m;
const FILES = /^[ \t]*(?:EnvironmentFile|PassEnvironment|ImportCredential|LoadCredential\w*)[ \t]*=/m;

/** The first that is missing where units of systemd alone start the script; undefined where that is not told. */
export function unsetVariable(script: Script, deployment: Deployment): string | undefined {
  const commands = script.commands.filter((command) => keepsData(command) && isPlain(command));
  const needs = commands.flatMap((command) =>
    NEEDS.filter((need) => need.tool === command.name && isAsked(need, command)),
  );
  if (needs.length === 0 || FROM_ELSEWHERE.test(script.text)) return undefined;
  const starters = startersOf(script, deployment);
  const own = script.kind === 'systemd' ? [script] : [];
  const units = [...own, ...starters];
  if (units.length === 0 || units.some(({ kind, text }) => kind !== 'systemd' || FILES.test(text))) return undefined;
  const told = [script, ...units].map(({ text }) => text.replace(/^[ \t]*[#;].*$/gm, ''));
  return needs.find(({ set }) => !told.some((text) => set.test(text)))?.variable;
}

const isPlain = ({ words, wrappers }: ShellCommand): boolean =>
  wrappers.length === 0 && !words.some(({ open }) => open);

const isAsked = ({ given }: (typeof NEEDS)[number], { words }: ShellCommand): boolean =>
  !words.some(({ resolved }) => given.test(resolved));

/** Whatever names the script, and the parts of the units among it. */
function startersOf({ uri }: Script, deployment: Deployment): Script[] {
  const name = fileName(uri);
  const all = deployment.all('script', /^[ \t]*\w+[ \t]*=|\.sh\b|restic|borg/m).filter((other) => other.uri !== uri);
  const naming = all.filter(({ text }) => text.includes(name));
  const names = [uri, ...naming.map((other) => other.uri)].map(fileName).filter((each) => each.endsWith('.service'));
  return [...naming, ...all.filter((other) => names.some((each) => other.uri.includes(`/${each}.d/`)))];
}
