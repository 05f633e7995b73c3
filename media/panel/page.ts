/**
 * What every part of the page needs: its words, the way to the extension, and the line that tells
 * what happened.
 */
import type { MakeOptions, PanelMessage, PanelStrings, SaveFormat } from '../../src/extension/panel/contract';

export interface Page {
  strings: PanelStrings;
  locale: 'en' | 'zh-cn';
  /** How the shown symbols look, and what they were made with. */
  options: MakeOptions;
  /** The file format that was chosen last. */
  saveFormat: SaveFormat;
  /** Draws the shown symbols by other choices at once, as far as the page can. */
  restyle(options: MakeOptions): void;
  post(message: PanelMessage): void;
  /** The PNG of a symbol as it would be saved; rejects when it cannot be had. */
  png(view: number, index: number): Promise<Blob>;
  /** Shown in the status line and spoken politely; an error stays until the next one. */
  tell(text: string, kind?: 'done' | 'error'): void;
}
