/** The first rows of a batch, as the page shows them. */
import type { BatchPiece } from '../../worker/protocol/batch';
import type { BatchState } from './contract';

const withoutExtension = (name: string): string => name.replace(/\.[a-z]+$/, '');

/** In the order of the rows: a picture as data address, or why there is none. */
export const batchPreview = ({ files, failures }: BatchPiece): BatchState['preview'] =>
  [
    ...files.map(({ line, name, bytes }) => ({
      line,
      name: withoutExtension(name),
      picture: `data:image/svg+xml,${encodeURIComponent(new TextDecoder().decode(bytes))}`,
    })),
    ...failures.map(({ line, name, error }) => ({ line, name, error: error.message })),
  ]
    .sort((a, b) => a.line - b.line)
    .map(({ line: _line, ...shown }) => shown);
