/** The variables that a script sets for the containers that it brings up. */
import type { HostVariable } from '../../model/hostVariable';
import { placeIn } from '../../model/value';
import type { Script } from './script';
import type { ShellCommand } from './shellTypes';
import { outlive, variablesSet } from './shellVariables';

const RUNS = /^(?:run|create|up|deploy)$/;

/** `docker run`, `docker compose up`, `podman-compose up`, `docker stack deploy` */
const bringsUp = ({ name, words }: ShellCommand): boolean =>
  /^(?:(?:docker|podman)(?:-compose)?|nerdctl)$/.test(name) &&
  words.slice(1, 12).some((word) => word.known !== undefined && RUNS.test(word.known));

/** Of tests, or for a developer. */
const isForJob = ({ name, text }: HostVariable): boolean =>
  /_ENV$/.test(name) && /^(?:tests?|testing|dev|development|ci)$/i.test(text);

/** None where the script starts none: then its variables are its own business; nor where it tests. */
export function deployedVariables(script: Script): HostVariable[] {
  if (!script.commands.some(bringsUp)) return [];
  const set = script.commands
    .filter(outlive)
    .flatMap((command) =>
      variablesSet(command).flatMap(({ name, known, place }): HostVariable[] =>
        known === undefined || known === ''
          ? []
          : [{ kind: 'shell', name, text: known, place: placeIn(script, place) }],
      ),
    );
  return set.some(isForJob) ? [] : set;
}
