/** Scans of images in a script or pipeline: whether they can stop it. */

import { type CiAction, type CiFlow, inputOf, toleratedAt } from '../documents/ci/ciFlow';
import { placeOfWords, type Script } from '../documents/shell/script';
import type { ShellCommand, ShellWord } from '../documents/shell/shellTypes';
import type { Place } from '../model/value';
import { once } from '../once';
import { valueIn } from '../valueIn';
import { failureIgnored, imageAction } from './imageCommand';

export interface ImageScan {
  place: Place;
  /** Exits with an error for what it finds; undefined when that cannot be told. */
  fails: boolean | undefined;
  /** Text that overlooks the error. */
  overlooked: Place | undefined;
  /** The image as it is written; undefined where that is not surely told. */
  image: string | undefined;
  /** The last word that names the scan, to put an option behind. */
  command?: { command: ShellCommand; verb: ShellWord; option: string; zero: ShellWord | undefined };
  action?: CiAction;
}

const OPTIONS: Record<string, { sets: RegExp; variable: RegExp; option: string }> = {
  trivy: {
    sets: /^--(exit-code|config)(=(?!0$)|$)|^-c$/,
    variable: /\bTRIVY_EXIT_CODE\b/,
    option: '--exit-code 1 --severity HIGH,CRITICAL',
  },
  grype: { sets: /^(-f|--fail-on|-c|--config)(=|$)/, variable: /\bGRYPE_FAIL_ON/, option: '--fail-on high' },
  docker: {
    sets: /^(-e|--exit-code)(=true)?$/,
    variable: /\bDOCKER_SCOUT_EXIT_CODE\b/,
    option: '--exit-code --only-severity critical,high',
  },
};

/** The tools whose variable the text names. */
const environmentsOf = once(
  ({ text }: Script) =>
    new Set(Object.entries(OPTIONS).flatMap(([tool, { variable }]) => (variable.test(text) ? tool : []))),
);

export function scansOf(script: Script, flow: CiFlow): ImageScan[] {
  const commands = script.commands.flatMap((command) => {
    const act = imageAction(command);
    return act?.action === 'scan' ? [commandScan(script, flow, command, act.tool, act.words)] : [];
  });
  return [...commands, ...flow.actions.flatMap((action) => actionScan(flow, action) ?? [])];
}

function commandScan(
  script: Script,
  flow: CiFlow,
  command: ShellCommand,
  tool: string,
  words: readonly ShellWord[],
): ImageScan {
  const place = placeOfWords(script, words);
  const known = valueIn(OPTIONS, tool);
  const ignored = failureIgnored(command);
  const overlooked = ignored
    ? { uri: script.uri, start: ignored.start, end: ignored.end }
    : toleratedAt(flow, command.start);
  const image = imageIn(command, words.at(-1)!);
  if (!known) return { place, fails: true, overlooked, image };
  const at = command.words.findIndex((w) => known.sets.test(w.resolved));
  const zero =
    tool === 'trivy' && command.words[at]?.resolved === '--exit-code' && command.words[at + 1]?.known === '0'
      ? command.words[at + 1]
      : undefined;
  const unknown = command.words.some((w) => w.open) || environmentsOf(script).has(tool);
  const fails = at > 0 && !zero ? true : unknown ? undefined : false;
  return { place, fails, overlooked, image, command: { command, verb: words.at(-1)!, option: known.option, zero } };
}

/** The one word behind the verb that is neither an option nor may be the value of one. */
export function imageIn({ words }: ShellCommand, verb: ShellWord): string | undefined {
  const rest = words.slice(words.indexOf(verb) + 1);
  const isOption = (word: ShellWord | undefined) => word?.raw.startsWith('-') === true;
  const named = rest.filter((word, i) => {
    const before = rest[i - 1];
    return !isOption(word) && !(isOption(before) && !before!.raw.includes('='));
  });
  return named.length === 1 ? named[0]!.raw.replace(/["']/g, '') : undefined;
}

/** The published defaults of the actions. */
function actionScan(flow: CiFlow, action: CiAction): ImageScan | undefined {
  const { name, value } = action;
  const input = (key: string) => inputOf(action, key)?.text;
  const image = input('image-ref') ?? input('image');
  const base = { place: value.place, overlooked: toleratedAt(flow, value.place.start), image, action };
  if (name === 'aquasecurity/trivy-action') {
    if (!/^(image)?$/.test(input('scan-type') ?? '') || input('scan-ref') !== undefined) return undefined;
    const code = input('exit-code');
    const elsewhere = input('trivy-config') !== undefined || code?.includes('${{');
    return { ...base, fails: elsewhere ? undefined : code !== undefined && code !== '0' };
  }
  if (name === 'anchore/scan-action')
    return input('image') === undefined ? undefined : { ...base, fails: input('fail-build') !== 'false' };
  if (name === 'docker/scout-action') return { ...base, fails: input('exit-code') === 'true' };
  if (
    /^(snyk\/actions\/docker|azure\/container-scan|crazy-max\/ghaction-container-scan|sysdiglabs\/scan-action)$/.test(
      name,
    )
  )
    return { ...base, fails: true };
  return /trivy|grype|(image|container|docker)[\w-]*scan|scan[\w-]*(image|container|docker)/.test(
    name.replace(/^aquasecurity\/setup-trivy$/, ''),
  )
    ? { ...base, fails: undefined }
    : undefined;
}
