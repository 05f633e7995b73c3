/** What the page asks of one picture that is to be read again, and what it is answered. */
import type { HostMessage } from '../../../src/extension/panel/contract';
import type { DecodedPicture } from '../../../src/worker/protocol/picture';
import { decoded } from './answers';
import { lastState, sent, session } from './sessionKit';

const nothing = { crop: null, corners: null, degrees: 0, invert: false, brightness: 0, contrast: 0, threshold: 0 };
export const readAgain = (more: object = {}) =>
  session.receive({
    type: 'readAgain',
    key: lastState().pictures[0]!.key,
    request: 1,
    harder: false,
    otherCodes: false,
    ...nothing,
    ...more,
  });
export const outcomes = () =>
  sent.filter((m): m is Extract<HostMessage, { type: 'readAgain' }> => m.type === 'readAgain');
/** Of another place than what `startShowing` shows. */
export const elsewhere = (text: string, more: Partial<DecodedPicture> = {}): DecodedPicture => {
  const picture = decoded([text]);
  picture.symbols[0]!.corners = [
    [60, 10],
    [90, 10],
    [90, 40],
    [60, 40],
  ];
  return { ...picture, ...more };
};
