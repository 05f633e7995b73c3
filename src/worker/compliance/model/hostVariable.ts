/**
 * A variable that a file sets for the commands it runs (a Makefile, a unit of systemd, a crontab, a
 * script), or what it gives to a server that it talks to (nginx, rsyslog).
 */
import type { Kind } from '../../protocol/fileKinds';
import type { Place } from './value';

export interface HostVariable {
  /** Of the file. */
  kind: Kind;
  name: string;
  /** Without the quotes that the format takes off. */
  text: string;
  place: Place;
}
