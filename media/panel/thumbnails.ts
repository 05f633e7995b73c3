/**
 * Small pictures of a table's rows: asked for when their rows are seen, drawn once, and forgotten
 * when many others were seen since.
 */
import { h } from './dom';
import { icon } from './icons';
import { shrinkPicture } from './shrinkPicture';

/** Pixels a side, for screens of twice the density, too. */
const SIDE = 64;
const MAX_KEPT = 300;

export interface Thumbnails {
  /** A place for the picture, which is filled when it has come. */
  place(picture: number): HTMLElement;
  /** Undefined: there is none to be had. */
  take(picture: number, bytes: Uint8Array | undefined): Promise<void>;
  clear(): void;
}

export function thumbnails(ask: (picture: number) => void): Thumbnails {
  /** Null: asked for, or not to be had. */
  const known = new Map<number, HTMLCanvasElement | null>();

  const fill = (place: HTMLElement, picture: number) => {
    const drawn = known.get(picture);
    // A canvas stands in one place only: a picture with several codes has several rows.
    place.replaceChildren(drawn ? copyOf(drawn) : icon('picture'));
  };
  return {
    place(picture) {
      const place = h('span', { class: 'thumbnail', 'data-picture': picture });
      if (known.has(picture)) fill(place, picture);
      else {
        known.set(picture, null);
        place.append(icon('picture'));
        ask(picture);
      }
      return place;
    },
    async take(picture, bytes) {
      const drawn = bytes && (await shrinkPicture(bytes, SIDE).catch(() => undefined));
      known.delete(picture);
      known.set(picture, drawn ?? null);
      for (const [oldest] of known) {
        if (known.size <= MAX_KEPT) break;
        known.delete(oldest);
      }
      for (const place of document.querySelectorAll<HTMLElement>(`.thumbnail[data-picture="${picture}"]`))
        fill(place, picture);
    },
    clear: () => known.clear(),
  };
}

function copyOf(canvas: HTMLCanvasElement): HTMLCanvasElement {
  const copy = document.createElement('canvas');
  copy.width = canvas.width;
  copy.height = canvas.height;
  copy.getContext('2d')!.drawImage(canvas, 0, 0);
  return copy;
}
