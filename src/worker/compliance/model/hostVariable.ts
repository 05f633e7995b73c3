/** A variable that a file sets for the commands it runs: of a Makefile, a unit of systemd, a crontab. */
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
