/** What every part of the page needs: its words, the way to the extension, and the line that tells what happened. */
import type { PanelMessage, PanelStrings } from '../../src/extension/panel/contract';

export interface Page {
  strings: PanelStrings;
  locale: 'en' | 'zh-cn';
  post(message: PanelMessage): void;
  /** Shown in the status line and spoken politely; an error stays until the next one. */
  tell(text: string, kind?: 'done' | 'error'): void;
}
