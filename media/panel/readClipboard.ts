/** Reads the picture of the clipboard unasked for a key: the browser lets a page that has the focus. */
import type { Page } from './page';

const FOCUS_MS = 2000;
const EVERY_MS = 50;

/** The page has just been brought to the front. */
async function focused(): Promise<void> {
  for (let waited = 0; !document.hasFocus() && waited < FOCUS_MS; waited += EVERY_MS) {
    window.focus();
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
}

/** @param take what is done with the picture */
export async function readClipboard({ strings, tell }: Page, take: (file: File) => Promise<void>): Promise<void> {
  await focused();
  let items: ClipboardItem[];
  try {
    items = await navigator.clipboard.read();
  } catch {
    tell(strings.clipboardRefused, 'error');
    return;
  }
  for (const item of items) {
    const type = item.types.find((each) => each.startsWith('image/'));
    if (type) return take(new File([await item.getType(type)], strings.clipboardName, { type }));
  }
  tell(strings.clipboardNoPicture, 'error');
}
