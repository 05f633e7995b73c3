/**
 * What a file holds beside its first picture: the further pages of a TIFF, the further frames of an
 * animation.
 */
import type { Gray } from './gray';
import type { PictureHeader } from './pictureHeader';
import { apngCount, apngPatches } from './pixels/animation/apngPatches';
import { compose } from './pixels/animation/compose';
import { gifPatches } from './pixels/animation/gifPatches';
import type { Patch } from './pixels/animation/patch';
import { webpFrames } from './pixels/animation/webpFrames';
import { webpPatches } from './pixels/animation/webpPatches';
import type { PlatformInflate } from './pixels/inflate';
import { gifFrames } from './pixels/readGif';
import { TAG } from './pixels/tiff/directories';
import { readTiffPage, tiffPages } from './pixels/tiff/readTiff';

/**
 * Pixels of the largest animation whose further frames are looked at: what a frame was, is and may
 * become again takes many times its size. More than any screen has.
 */
const MAX_ANIMATED = 16_800_000;

export interface FurtherFrames {
  /** Frames or pages in all, as far as the file tells. */
  count: number;
  /** Each page is as likely to hold a symbol as the first; frames mostly repeat it. */
  arePages: boolean;
  /**
   * From the second on; ends early where the file breaks off or a page or frame is larger than
   * allowed. A buffer may be used again for the next.
   */
  read(): Iterable<Gray>;
}

/** @returns undefined for a file that is one picture */
export function furtherFrames(
  bytes: Uint8Array,
  header: PictureHeader,
  maxPixels: number,
  inflate?: PlatformInflate,
): FurtherFrames | undefined {
  const { type, width, height } = header;
  const animation = (count: number, patches: () => Iterable<Patch>): FurtherFrames | undefined => {
    const read = () => (width * height > MAX_ANIMATED ? [] : afterFirst(compose(patches(), width, height)));
    return count < 2 ? undefined : { count, arePages: false, read };
  };
  if (type === 'tiff') return pages(bytes, maxPixels, inflate);
  if (type === 'gif') return animation(counted(gifFrames(bytes)), () => gifPatches(bytes));
  if (type === 'webp') return animation(counted(webpFrames(bytes)), () => webpPatches(bytes, header));
  if (type === 'png') return animation(apngCount(bytes), () => apngPatches(bytes, header, inflate));
  return undefined;
}

function* afterFirst(frames: Generator<Gray>): Generator<Gray> {
  try {
    if (frames.next().done) return;
    for (const frame of frames) yield frame;
  } catch {
    // A frame that is wrong ends what can be looked at.
  }
}

/** As many as the file has before it breaks off. */
function counted(frames: Generator<unknown>): number {
  let count = 0;
  try {
    for (const _ of frames) count++;
  } catch {
    // Those before count.
  }
  return count;
}

function pages(bytes: Uint8Array, maxPixels: number, inflate?: PlatformInflate): FurtherFrames | undefined {
  const all = tiffPages(bytes);
  if (all.length < 2) return undefined;
  return {
    count: all.length,
    arePages: true,
    *read() {
      for (const page of all.slice(1)) {
        try {
          // A tag whose number lies beyond the end of the file is found when it is asked for.
          const pixels = page.one(TAG.width, 0) * page.one(TAG.height, 0);
          if (!pixels || pixels > maxPixels) return;
          yield readTiffPage(bytes, page, inflate).grays[0];
        } catch {
          return;
        }
      }
    },
  };
}
