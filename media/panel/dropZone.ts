/**
 * Takes a picture that is dropped on or pasted into the page and hands its bytes to the extension.
 */
import { h, on } from './dom';
import { icon } from './icons';
import type { Page } from './page';
import { fillIn } from './words';

const MAX_MEGABYTES = 64;

/** The visible hint; the whole page takes the picture. */
export const dropHint = ({ strings }: Page): HTMLElement =>
  h('p', { class: 'drop-hint' }, icon('picture'), h('span', {}, strings.dropHere));

/**
 * Listens on the document, once for the page's life. `page` is asked for each time, as the words
 * may change.
 */
export function acceptPictures(page: () => Page): void {
  on(document.body, 'dragover', (event) => {
    event.preventDefault();
    document.body.classList.add('dropping');
  });
  on(document.body, 'dragleave', (event) => {
    if ((event as DragEvent).relatedTarget === null) document.body.classList.remove('dropping');
  });
  on(document.body, 'drop', (event) => {
    event.preventDefault();
    document.body.classList.remove('dropping');
    void take((event as DragEvent).dataTransfer, page());
  });
  on(document.body, 'paste', (event) => {
    const { clipboardData } = event as ClipboardEvent;
    // The target that the body sees of a field is the element around it.
    const [target] = event.composedPath();
    const types = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
    if (!types || pictureIn(clipboardData)) void take(clipboardData, page());
  });
}

const pictureIn = (data: DataTransfer | null): File | undefined =>
  [...(data?.files ?? [])].find(({ type, size }) => type.startsWith('image/') && size > 0);

async function take(data: DataTransfer | null, page: Page): Promise<void> {
  const file = pictureIn(data);
  if (!file) return page.tell(page.strings.dropNoPicture, 'error');
  return takePicture(file, page);
}

/** Hands a picture to the extension, unless it is too large. */
export async function takePicture(file: File, { strings, tell, post }: Page): Promise<void> {
  if (file.size > MAX_MEGABYTES * 1024 * 1024)
    return tell(fillIn(strings.dropTooLarge, { limit: MAX_MEGABYTES }), 'error');
  tell(fillIn(strings.reading, { name: file.name }));
  post({ type: 'decodeDropped', name: file.name.slice(0, 260), bytes: new Uint8Array(await file.arrayBuffer()) });
}
