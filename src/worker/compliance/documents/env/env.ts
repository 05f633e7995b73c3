/**
 * The `.env` file beside a compose file (fact T26) as variables: their only source, never the
 * user's own environment.
 */
import { resolveBeside, type WorkspaceFiles } from '../../files';
import { getOrMake } from '../../getOrMake';
import type { Lookup } from '../../model/interpolate';
import type { Place } from '../../model/value';
import { parseEnvFile } from './envFile';

/** Values that hold another variable are left out: they are unknown. */
export function readEnvText(text: string): Map<string, string> {
  const out = new Map<string, string>();
  for (const { name, text: written, literal } of parseEnvFile('', text).entries) {
    if (literal === written) out.set(name, literal);
  }
  return out;
}

export interface EnvVariables {
  lookup: Lookup;
  /** The name of the variable where `.env` sets it; of several entries the last one holds. */
  setAt(name: string): Place | undefined;
}

/** Answers the variables of the `.env` file in the folder of `uri`; each file is read once. */
export function envReader(files: WorkspaceFiles): (uri: string) => EnvVariables {
  const known = new Map<string, EnvVariables>();
  return (uri) => {
    const envUri = resolveBeside(uri, '.env') ?? '';
    return getOrMake(known, envUri, () => readEnv(envUri, (envUri && files.text(envUri)) || ''));
  };
}

function readEnv(envUri: string, text: string): EnvVariables {
  const values = readEnvText(text);
  let places: ReadonlyMap<string, Place> | undefined;
  return {
    lookup: (name) => values.get(name),
    setAt(name) {
      places ??= new Map(
        parseEnvFile(envUri, text).entries.flatMap((e) => (e.literal === e.text ? [[e.name, e.namePlace]] : [])),
      );
      return places.get(name);
    },
  };
}
