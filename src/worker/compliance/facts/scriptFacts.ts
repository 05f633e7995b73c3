/**
 * What commands hold for the rules: the containers of run lines, the images that are pulled, and
 * the commands themselves.
 */

import { runContainers } from '../documents/dockerCommand/dockerRun';
import { dockerdOfCommands } from '../documents/dockerd';
import { firewallsOfCommands } from '../documents/firewall/firewallCommands';
import { pulledImages } from '../documents/shell/pulledImages';
import type { Script } from '../documents/shell/script';
import { parseShell } from '../documents/shell/shell';
import { variablePlaces } from '../documents/shell/variablePlaces';
import type { Excerpt } from '../documents/text/excerpt';
import type { Container } from '../model/container';
import { referenceOf } from '../model/imageReference';
import type { ImageUse } from '../model/imageUse';
import type { Value } from '../model/value';
import { namedHere, withTag } from '../readings/imageCommand';
import { containerFacts } from './containerFacts';
import type { Facts } from './facts';
import { unreadCommands } from './unreadCommands';

interface Told {
  /** What the file has run without a command of its own. */
  runLines?: readonly Excerpt[];
  /** Images that the file names beside its commands. */
  images?: readonly Value[];
  /** Those of them whose containers stand beside a job. */
  services?: readonly Value[];
  /** Whether the container of a run line ends with the job that the line is of. */
  ofJob?(container: Container): boolean;
}

export function scriptFacts(
  script: Script,
  { runLines = [], images = [], services = [], ofJob = () => false }: Told = {},
): Facts {
  const containers = [script.commands, runLines.flatMap((line) => parseShell(line))].flatMap((commands) =>
    runContainers(commands, script.uri, script.text).map(({ container }) => container),
  );
  for (const container of containers) container.ofJob = ofJob(container);
  const own = namedHere(script);
  const facts = containerFacts(containers, own);
  const beside = new Set(services);
  const pulled = [...pulledImages(script), ...images].flatMap((value): ImageUse[] => {
    const isBeside = beside.has(value);
    const use = { value, reference: referenceOf(value), service: undefined, ofJob: isBeside, beside: isBeside };
    return own.has(withTag(value.resolved)) ? [] : [use];
  });
  const setAt = (name: string) => variablePlaces(script).get(name);
  return {
    ...facts,
    image: [...facts.image, ...pulled].map((use) => ({ ...use, setAt })),
    script: [script],
    problems: unreadCommands([script]),
    dockerd: dockerdOfCommands(script),
    firewall: firewallsOfCommands(script),
  };
}
