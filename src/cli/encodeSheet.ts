/** `encode --sheet`: symbols on labelled pages to print. */
import type { SheetEntry } from '../worker/protocol/batch';
import { resolveLook, sheet } from '../worker/qr';
import type { EncodeArguments } from './encodeArguments';
import { write } from './encodeFile';
import type { CliIo } from './io';

/** Does nothing where no sheet is asked for. */
export async function writeSheet(
  title: string,
  entries: SheetEntry[],
  { sheet: wanted, look }: EncodeArguments,
  io: CliIo,
): Promise<void> {
  if (wanted) write(sheet(wanted.format, title, entries, resolveLook(look)), wanted.file, io);
}
