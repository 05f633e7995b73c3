/** The formats that symbols are saved in, and what they are called on a button and in a list. */
import type { PanelStrings, SaveFormat } from '../../src/extension/panel/contract';

const FORMATS: SaveFormat[] = ['png', 'svg', 'pdf', 'jpeg', 'terminal'];

/** As short as a file's extension. */
export const formatName = (format: SaveFormat): string => (format === 'terminal' ? 'TXT' : format.toUpperCase());

export const formatChoices = (strings: PanelStrings): [SaveFormat, string][] => {
  const words: Record<SaveFormat, string> = {
    png: strings.asPng,
    svg: strings.asSvg,
    pdf: strings.asPdf,
    jpeg: strings.asJpeg,
    terminal: strings.asTerminal,
  };
  return FORMATS.map((format) => [format, words[format]]);
};
