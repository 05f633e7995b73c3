/** A place that names an image which will be pulled: FROM, compose `image`, a run line. */
import type { ImageReference } from './imageReference';
import type { Place, Value } from './value';

export interface ImageUse {
  reference: ImageReference;
  /** The written reference. */
  value: Value;
  service: string | undefined;
  /** A job runs it for itself, to test with: a database of the version that is asked for. */
  ofJob?: boolean;
  /** Its container is of a run line and ends with its command. */
  passes?: boolean;
  /** A document's own project publishes it. */
  own?: boolean;
  /** Of a run line in a document that sets nothing and only shows the command. */
  shown?: boolean;
  /** Of a service that a pipeline starts beside a job, to test with. */
  beside?: boolean;
  /** Where a variable of the reference is set: an ARG, an assignment, an entry of `.env`. */
  setAt?: (variable: string) => Place | undefined;
}
