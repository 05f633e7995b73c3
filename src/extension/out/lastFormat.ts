/** The file format that was chosen last, remembered for the user. */
import type * as vscode from 'vscode';
import { SAVE_FORMATS, type SaveFormat } from '../panel/saveFormats';

const KEY = 'saveFormat';

export interface LastFormat {
  format(): SaveFormat;
  remember(format: SaveFormat): void;
}

export function lastFormat(memento: vscode.Memento): LastFormat {
  return {
    // What an older or newer version stored may be no format of this one.
    format: () => SAVE_FORMATS.find((each) => each === memento.get<string>(KEY)) ?? 'png',
    remember: (format) => void memento.update(KEY, format),
  };
}
