/**
 * Every word that the panel's page shows, in the user's language: handed over with the first state,
 * so that the page itself holds none. The words stand by area in `strings/`.
 */

import { batchStrings } from './strings/batchStrings';
import { commonStrings } from './strings/commonStrings';
import { makeStrings } from './strings/makeStrings';
import { optionsStrings } from './strings/optionsStrings';
import { readStrings } from './strings/readStrings';
import { toolStrings } from './strings/toolStrings';

/** One flat list: a key belongs to one area only. */
export const panelStrings = (t: (english: string) => string) => ({
  ...commonStrings(t),
  ...makeStrings(t),
  ...optionsStrings(t),
  ...readStrings(t),
  ...toolStrings(t),
  ...batchStrings(t),
});

export type PanelStrings = ReturnType<typeof panelStrings>;
