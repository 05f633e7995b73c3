/** The formats that symbols are saved in, and what they are called in a list. */
import type { SaveFormat } from '../../src/extension/panel/contract';
import type { Choice } from './selectField';

const FORMATS: SaveFormat[] = ['png', 'svg', 'pdf', 'jpeg', 'terminal'];

export const formatChoices = FORMATS.map((each): Choice => [each, each === 'terminal' ? 'TXT' : each.toUpperCase()]);
