/** A picture file made small: for a row's thumbnail, or to stand in a symbol. */

/**
 * The picture with at most so many pixels a side; rejects for what the browser knows no picture in.
 */
export async function shrinkPicture(bytes: Uint8Array, longestSide: number): Promise<HTMLCanvasElement> {
  const picture = await createImageBitmap(new Blob([bytes as Uint8Array<ArrayBuffer>]));
  const factor = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * factor));
  canvas.height = Math.max(1, Math.round(picture.height * factor));
  const pen = canvas.getContext('2d')!;
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return canvas;
}
