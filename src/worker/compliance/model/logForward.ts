/** A way on which records leave the host: what a log daemon or an agent sends, and where to. */
import type { Edit, Place } from './value';

export interface LogForward {
  /** Where it is told to send. */
  place: Place;
  /** As the file names it, without a port. */
  host: string;
  /** This host, or a socket on it. */
  isLocal: boolean;
  /** Undefined: the file does not tell. */
  isEncrypted: boolean | undefined;
  /** Whether records of logins are sent; undefined: the file does not tell. */
  carriesAuth: boolean | undefined;
  /** Also sends the records of logins. */
  carryAuth?(): Edit[] | undefined;
}
