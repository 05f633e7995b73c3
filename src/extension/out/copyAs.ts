/** A symbol as text for the clipboard. */
import { dataUri } from '../../worker/text/dataUri';
import type { CopyFormat } from '../panel/contract';
import type { Outgoing } from '../panel/panelParts';
import { altText } from './altText';
import { imageMarkup } from './imageMarkup';

/** @param render the bytes of the symbol in a file format */
export async function textForClipboard(
  made: Outgoing,
  format: CopyFormat,
  render: (format: 'png' | 'svg' | 'terminal') => Promise<Uint8Array>,
): Promise<string> {
  if (format === 'svg' || format === 'terminal') return new TextDecoder().decode(await render(format));
  const address = dataUri(await render('png'), 'image/png');
  return format === 'dataUri' ? address : imageMarkup(format === 'html' ? 'html' : 'markdown', altText(made), address);
}
