/** A way on which records leave the host: what a log daemon or an agent sends, and where to. */
import type { Edit, Place } from './value';

export interface LogForward {
  /** Where it is told to send. */
  place: Place;
  /** Where it is chosen what is sent. */
  selectedAt: Place;
  /** As the file names it, with its port. */
  host: string;
  /** This host, or a socket on it. */
  isLocal: boolean;
  /** Undefined: the file does not tell. */
  isEncrypted: boolean | undefined;
  encrypt?(): Edit[] | undefined;
  /** Whether records of logins are sent; undefined: the file does not tell. */
  carriesAuth: boolean | undefined;
  /** Also sends the records of logins. */
  carryAuth?(): Edit[] | undefined;
}
