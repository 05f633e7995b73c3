/** Units of systemd: the commands that services start, and when timers start a service. */
import { readScript } from '../documents/shell/readScript';
import { systemdShells, systemdVariables } from '../documents/systemd';
import { readUnitTimer } from '../documents/unitTimer';
import { scriptFacts } from '../facts/scriptFacts';
import { type FileKind, HOLDS_COMMANDS, hashComment } from '../fileKind';
import type { HostVariable } from '../model/hostVariable';
import type { Lookup } from '../model/interpolate';
import { isSecretSetting } from '../model/secretName';
import type { Place } from '../model/value';

const read: FileKind['read'] = (document) => {
  const { uri, text } = document;
  const timer = readUnitTimer(uri, text);
  const variables = systemdVariables(uri, text);
  const script = {
    ...readScript('systemd', document, systemdShells(text), FROM_FILE.test(text) ? undefined : lookupIn(variables)),
    variables: () => variables.map(({ name, place }): [string, Place] => [name, place]),
  };
  return { ...scriptFacts(script), timer: timer ? [timer] : [], hostVariable: variables };
};

/** What stands there goes before what `Environment=` sets (systemd.exec(5)). */
const FROM_FILE = /^(?:EnvironmentFile|PassEnvironment)[ \t]*=/m;

/** Of secrets it is told where they are set; what is set twice is not known. */
function lookupIn(variables: readonly HostVariable[]): Lookup {
  const texts = new Map<string, string | undefined>();
  for (const { name, text } of variables)
    texts.set(name, texts.has(name) || isSecretSetting(name, text) ? undefined : text);
  return (name) => texts.get(name);
}

export const systemd: FileKind = {
  holds: HOLDS_COMMANDS,
  comment: hashComment,
  read,
  readPart: read,
};
