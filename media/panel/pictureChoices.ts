/** Ways to a picture from the page itself. */
import { button } from './button';
import { h } from './dom';
import type { Page } from './page';

export const pictureChoices = ({ strings, post }: Page): HTMLElement =>
  h(
    'div',
    { class: 'actions picture-choices' },
    button(strings.choosePictures, () => post({ type: 'choosePictures', what: 'pictures' }), {
      primary: true,
      icon: 'picture',
    }),
    button(strings.chooseFolder, () => post({ type: 'choosePictures', what: 'folder' })),
  );
