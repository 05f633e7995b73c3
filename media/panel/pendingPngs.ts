/** Pictures that the page has asked the extension for. */
import type { PanelMessage } from '../../src/extension/panel/contract';

export interface PendingPngs {
  ask(view: number, index: number): Promise<Blob>;
  answer(request: number, bytes: Uint8Array | undefined): void;
}

export function pendingPngs(post: (message: PanelMessage) => void): PendingPngs {
  const waiting = new Map<number, (bytes: Uint8Array | undefined) => void>();
  let request = 0;
  return {
    ask: (view, index) =>
      new Promise((resolve, reject) => {
        request++;
        waiting.set(request, (bytes) =>
          bytes
            ? resolve(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'image/png' }))
            : reject(new Error('png')),
        );
        post({ type: 'needPng', view, index, request });
      }),
    answer(answered, bytes) {
      waiting.get(answered)?.(bytes);
      waiting.delete(answered);
    },
  };
}
