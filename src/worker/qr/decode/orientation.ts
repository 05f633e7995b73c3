/**
 * How a picture is to be turned to stand upright: cameras store what the sensor saw and say so in
 * the file (Exif 3.0 §4.6.5.1, tag 274; TIFF 6.0 §8).
 */
import type { Orientation } from '../../protocol/picture';
import { segmentsBeforeScan } from './pixels/jpeg/frameHeader';
import { directoriesOf, TAG } from './pixels/tiff/directories';

const APP1 = 0xe1;
const EXIF = 'Exif\0\0';

/** 2 to 8; undefined when it stands upright as stored, or nothing is said, or that is damaged. */
export function orientationOf(bytes: Uint8Array, type: string): Orientation | undefined {
  const tiff = type === 'tiff' ? bytes : type === 'jpeg' ? exifOf(bytes) : undefined;
  try {
    const value = tiff && directoriesOf(tiff)[0]?.one(TAG.orientation, 1);
    return ORIENTATIONS.find((each) => each === value);
  } catch {
    return undefined;
  }
}

const ORIENTATIONS: readonly Orientation[] = [2, 3, 4, 5, 6, 7, 8];

/** What is in the first Exif segment is a TIFF file without picture. */
function exifOf(bytes: Uint8Array): Uint8Array | undefined {
  for (const { marker, content } of segmentsBeforeScan(bytes))
    if (marker === APP1 && String.fromCharCode(...content.subarray(0, EXIF.length)) === EXIF)
      return content.subarray(EXIF.length);
  return undefined;
}
