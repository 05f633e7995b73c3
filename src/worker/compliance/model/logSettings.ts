/**
 * Where logs go, as a container or the daemon for all containers says it, and how that text is
 * changed.
 */
import type { Container, Logging } from './container';
import type { Edit, Value } from './value';

export interface LogSettings {
  logging: Logging;
  /** The service or container; undefined for the daemon. */
  name: string | undefined;
  /** `docker`, `podman` or `nerdctl`; undefined for compose. */
  engine: string | undefined;
  replace(value: Value, newText: string): Edit[] | undefined;
  /** More options of the driver. */
  addOptions(options: [name: string, value: string][]): Edit[] | undefined;
}

/** Undefined when the container says nothing about its log. */
export function logSettingsOf({ logging, name, engine, writer }: Container): LogSettings | undefined {
  return (
    logging && {
      logging,
      name,
      engine,
      replace: (value, newText) => writer.replace(value, newText),
      addOptions: (options) => writer.add([{ kind: 'logOptions', options }]),
    }
  );
}
