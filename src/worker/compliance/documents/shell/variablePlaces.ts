/** Where a file of shell text sets its variables, by their names. */
import { type Place, placeIn } from '../../model/value';
import { once } from '../../once';
import type { Script } from './script';
import { outlive, variablesSet } from './shellVariables';

/** Of a name that is set several times, and is therefore not known, the last place. */
export const variablePlaces = once((script: Script): ReadonlyMap<string, Place> => {
  const set = script.commands.filter(outlive).flatMap((command) => variablesSet(command));
  const inShell = set.map(({ name, place }): [string, Place] => [name, placeIn(script, place)]);
  return new Map([...(script.variables?.() ?? []), ...inShell]);
});
