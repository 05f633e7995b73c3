/** A picture file made small enough to stand in a symbol and in the panel's saved state. */

/** As many as the engine draws. */
const LONGEST_SIDE = 256;

/**
 * A PNG of at most 256 pixels a side as base64; rejects for what the browser knows no picture in.
 */
export async function shrinkPicture(bytes: Uint8Array): Promise<string> {
  const picture = await createImageBitmap(new Blob([bytes as Uint8Array<ArrayBuffer>]));
  const factor = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * factor));
  canvas.height = Math.max(1, Math.round(picture.height * factor));
  const pen = canvas.getContext('2d')!;
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return canvas.toDataURL('image/png').replace(/^.*,/, '');
}
