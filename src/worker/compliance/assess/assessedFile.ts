/** A file as an assessment is given it: judged by the whole checklist, findings not grouped. */
import type { Kind } from '../../protocol/fileKinds';
import type { Finding } from '../../protocol/finding';
import type { Described } from '../../protocol/subject';

export interface AssessedFile {
  /** From the folder of the scope, forward slashes. */
  path: string;
  kind: Kind;
  /** Hexadecimal, of its bytes. */
  sha256: string;
  /** Bytes. */
  size: number;
  isUnsaved?: true;
  findings: readonly Finding[];
  described: Described;
}
