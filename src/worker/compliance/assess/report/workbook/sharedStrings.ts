/** The texts of a workbook, each once: reports say the same of many things. */
import { cellText } from '../../../../text/cellText';
import { escapeCell } from './xmlText';

export class SharedStrings {
  private readonly indexes = new Map<string, number>();
  private readonly items: string[] = [];

  /** Index of a text, which is shown as a cell shows it. */
  indexOf(text: string): number {
    let index = this.indexes.get(text);
    if (index === undefined) {
      index = this.items.push(`<si><t xml:space="preserve">${escapeCell(cellText(text))}</t></si>`) - 1;
      this.indexes.set(text, index);
    }
    return index;
  }

  /** Elements `si`, in the order of their indexes. */
  xml(): string {
    return this.items.join('');
  }
}
