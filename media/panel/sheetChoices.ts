/** The labelled pages that symbols are printed on, as items of a menu. */
import type { PanelStrings } from '../../src/extension/panel/contract';
import type { MenuItem } from './menu';

export const sheetChoices = (strings: PanelStrings, choose: (format: 'pdf' | 'html') => void): MenuItem[] => [
  { words: strings.batchSheetPdf, choose: () => choose('pdf') },
  { words: strings.batchSheetHtml, choose: () => choose('html') },
];
