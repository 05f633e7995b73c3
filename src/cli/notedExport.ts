/** An export of the command line in the operation log: how it ended, a failure by its code alone. */
import type { CliIo } from './io';
import type { Noted } from './notedOperations';

/** @param detailOf what is told of it beside; what was made is undefined where it failed */
export function notedExport<T>(
  { note }: Pick<CliIo, 'note'>,
  target: string,
  detailOf: (made?: T) => NonNullable<Noted['detail']>,
  work: () => T,
): T {
  try {
    const made = work();
    note?.({ op: 'export', target, result: 'ok', detail: detailOf(made) });
    return made;
  } catch (error) {
    const { code, name } = error as NodeJS.ErrnoException;
    note?.({ op: 'export', target, result: 'failed', detail: { ...detailOf(), code: code ?? name } });
    throw error;
  }
}
