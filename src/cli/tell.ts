/** Messages on standard error. */
import { visibleLine } from '../worker/text/visible';
import type { CliIo } from './io';

/** One line, whatever a name or a value in it holds. */
export const tell = ({ stderr }: Pick<CliIo, 'stderr'>, message: string): void => stderr(`${visibleLine(message)}\n`);
