/** A PDF file as text, its compressed page contents written out. */
import { inflateSync } from 'node:zlib';

export const plainPdf = (file: Uint8Array): string =>
  Buffer.from(file)
    .toString('latin1')
    .replace(/(<<\/Length \d+\/Filter\/FlateDecode>>stream\n)([\s\S]*?)(\nendstream)/g, (_, start, content, end) => {
      return start + inflateSync(Buffer.from(content, 'latin1')).toString('latin1') + end;
    });
