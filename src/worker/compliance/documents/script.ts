/** All commands of a file that holds shell text, as the rules of kind `shell` see them. */
import type { Kind } from '../kinds';
import type { Place } from '../model/value';
import type { CiPipeline } from './ciYaml';
import type { ShellCommand } from './shellTypes';

export interface Script {
  uri: string;
  kind: Kind;
  /** The whole document. */
  text: string;
  /** In document order. */
  commands: ShellCommand[];
  /** The pipeline of a CI file. */
  pipeline: CiPipeline | undefined;
}

/** A place of the script's document. */
export const placeIn = ({ uri }: Script, { start, end }: { start: number; end: number }): Place => ({ uri, start, end });
