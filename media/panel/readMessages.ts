/** What the extension says of the Read tab. */
import type { HostMessage } from '../../src/extension/panel/contract';
import type { FolderTable } from './folderTable';
import { takeAnswer } from './pictureTools';
import type { ReadView } from './readView';

type ReadMessage = Extract<
  HostMessage,
  {
    type:
      | 'pictureBytes'
      | 'readSymbol'
      | 'readSet'
      | 'symbolBytes'
      | 'setBytes'
      | 'changedPicture'
      | 'readAgain'
      | 'folder'
      | 'folderRows'
      | 'thumbnail';
  }
>;

interface Shown {
  view: number;
  read: ReadView;
  table: FolderTable | undefined;
}

/** Drops what is about an older view or another folder. */
export function takeReadMessage(data: ReadMessage, { view, read, table }: Shown): void {
  if ('view' in data && data.view !== view) return;
  switch (data.type) {
    case 'pictureBytes':
      read.setBytes(data.picture, data.bytes);
      break;
    case 'readSymbol':
      read.row(data.picture, data.symbol)?.setCard(data.card);
      break;
    case 'readSet':
      read.set(data.set)?.setCard(data.card);
      break;
    case 'symbolBytes':
      read.row(data.picture, data.symbol)?.setBytes(data.bytes, data.charsets);
      break;
    case 'setBytes':
      read.set(data.set)?.setBytes(data.bytes);
      break;
    case 'changedPicture':
    case 'readAgain':
      takeAnswer(data);
      break;
    case 'folder':
      table?.set(data.folder);
      break;
    case 'folderRows':
      table?.addRows(data.folder, data.from, data.rows);
      break;
    case 'thumbnail':
      table?.setThumbnail(data.folder, data.picture, data.bytes);
      break;
  }
}
