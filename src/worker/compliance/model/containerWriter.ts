/** What fixes change in the text of a container, whatever it is written in. */
import type { Mount } from './mount';
import type { Edit, Value } from './value';

/** An abstract setting that a fix adds; compose and `docker run` each know how to write it. */
export type Setting =
  | { kind: 'user'; value: string }
  | { kind: 'readOnly' }
  | { kind: 'tmpfs'; path: string }
  | { kind: 'capDrop'; value: string }
  | { kind: 'capAdd'; value: string }
  | { kind: 'securityOpt'; value: string }
  | { kind: 'memory'; value: string }
  | { kind: 'cpus'; value: string }
  | { kind: 'pids'; value: string }
  | { kind: 'restart'; value: string }
  | { kind: 'healthcheck'; command: string[] }
  | { kind: 'logging'; driver: string; options: [name: string, value: string][] }
  /** For a container that has a `logging` already. */
  | { kind: 'logOptions'; options: [name: string, value: string][] };

/**
 * Mount options under which nothing can be executed. Docker's local driver hands them to mount(2)
 * with MS_BIND, which ignores them, and mounts a second time only for `ro` (moby/sys
 * `mount/mounter_linux.go`, 2026-11-25): the device must lie on a file system mounted so.
 */
export const ISOLATED = 'bind,noexec,nosuid,nodev';

/**
 * How this container's text is changed; each answers undefined when it cannot be done safely (a
 * shared anchor, an unknown option list).
 */
export interface ContainerWriter {
  /** All settings at once, in canonical order, so that one edit holds them all. */
  add(settings: readonly Setting[]): Edit[] | undefined;
  /** Takes the value's whole entry out (and a list or key that would be left empty). */
  remove(value: Value): Edit[] | undefined;
  /** Writes another text for the value, quoted as the place needs. */
  replace(value: Value, newText: string): Edit[] | undefined;
  /** Changes the value as it is written, without its quotes; variables in it stay. */
  rewrite(value: Value, change: (written: string) => string | undefined): Edit[] | undefined;
  /** Mounts a folder of the host through a named volume with the options `ISOLATED` instead. */
  isolate(mount: Mount, device: string): Edit[] | undefined;
  /**
   * Sets a field of an entry that is a map in compose, or `key=value` fields in a run line: a mount
   * read-only, a port bound to 127.0.0.1.
   */
  setField(entry: Value, field: 'readOnly' | 'loopback'): Edit[] | undefined;
}
