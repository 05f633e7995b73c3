/**
 * The choice of a part of the picture: all of it, a rectangle, or four corners. It is made in the
 * picture as it is shown and told in the pixels as stored.
 */
import type { PictureToolChoices } from '../../src/extension/panel/contract';
import { type AreaOverlay, areaOverlay } from './areaOverlay';
import { h, on } from './dom';
import type { Page } from './page';
import { type Quad, rectangleQuad } from './quad';
import { field, select } from './selectField';
import { type Stored, shownPoint, storedPoint, uprightSize } from './upright';
import { fillIn, sentences } from './words';

export interface AreaField {
  element: HTMLElement;
  /** Lays the points over a picture's figure. */
  attach: AreaOverlay['attach'];
  value(): Area;
  set(area: Area): void;
}

type Area = Pick<PictureToolChoices, 'crop' | 'corners'>;

type Kind = 'whole' | 'crop' | 'corners';

/** What is chosen first, as a share of the picture. */
const INSET = 0.1;

/** @param id of the picture's card, for the ids of controls */
export function areaField(id: string, stored: Stored, { strings }: Page, change: () => void): AreaField {
  const [width, height] = uprightSize(stored);
  let kind: Kind = 'whole';
  let quad: Quad = insetQuad(width, height);
  const overlay = areaOverlay({
    width,
    height,
    isRectangle: () => kind === 'crop',
    label: (number, [x, y]) => fillIn(strings.cornerPoint, { number, x, y }),
    change(next) {
      quad = next;
      showNumbers();
      change();
    },
  });
  const choice = select(
    `${id}-area`,
    [
      ['whole', strings.areaWhole],
      ['crop', strings.areaCrop],
      ['corners', strings.areaCorners],
    ],
    (value) => {
      kind = value as Kind;
      quad = insetQuad(width, height);
      show();
      change();
    },
  );
  const labels = [strings.cropLeft, strings.cropTop, strings.cropWidth, strings.cropHeight];
  const numbers = labels.map((_, i) =>
    on(
      h('input', {
        class: 'control number',
        id: `${id}-crop-${i}`,
        type: 'number',
        min: i < 2 ? 0 : 1,
        max: [width - 1, height - 1, width, height][i],
        step: 1,
      }),
      'change',
      () => takeNumbers(),
    ),
  );
  const numberFields = h('div', { class: 'crop-numbers' }, ...numbers.map((input, i) => field(labels[i]!, input)));
  const how = h('p', { class: 'hint' });

  const showNumbers = () => {
    const { x, y, width: w, height: t } = rectangleOf(quad);
    for (const [i, value] of [x, y, w, t].entries()) numbers[i]!.value = String(value);
  };
  const takeNumbers = () => {
    const [x, y, w, t] = numbers.map(({ value }) => Math.round(Number(value)) || 0) as [number, number, number, number];
    const left = Math.min(width - 1, Math.max(0, x));
    const top = Math.min(height - 1, Math.max(0, y));
    const right = Math.min(width, left + Math.max(1, w));
    const bottom = Math.min(height, top + Math.max(1, t));
    quad = rectangleQuad(left, top, right, bottom);
    overlay.set(quad);
    showNumbers();
    change();
  };
  const show = () => {
    choice.value = kind;
    overlay.set(kind === 'whole' ? null : quad);
    numberFields.hidden = kind !== 'crop';
    how.hidden = kind === 'whole';
    how.textContent = kind === 'corners' ? sentences(strings.areaCornersHow, strings.areaHow) : strings.areaHow;
    showNumbers();
  };
  show();
  return {
    element: h('div', { class: 'area-field' }, field(strings.area, choice), numberFields, how),
    attach: overlay.attach,
    value: () => ({
      crop: kind === 'crop' ? rectangleOf(quad.map((point) => storedPoint(stored, point)) as Quad) : null,
      corners: kind === 'corners' ? (quad.map((point) => storedPoint(stored, point)) as Quad) : null,
    }),
    set({ crop, corners }) {
      kind = crop ? 'crop' : corners ? 'corners' : 'whole';
      const inStored = crop ? rectangleQuad(crop.x, crop.y, crop.x + crop.width, crop.y + crop.height) : corners;
      const shown = inStored?.map((point) => shownPoint(stored, point)) as Quad | undefined;
      if (shown) quad = crop ? upright(shown) : shown;
      show();
    },
  };
}

/** Of two opposite corners, whichever way round they are. */
function rectangleOf([[ax, ay], , [bx, by]]: Quad) {
  const [width, height] = [Math.max(1, Math.abs(bx - ax)), Math.max(1, Math.abs(by - ay))];
  return { x: Math.min(ax, bx), y: Math.min(ay, by), width, height };
}

/** The same rectangle from the top left. */
function upright(quad: Quad): Quad {
  const { x, y, width, height } = rectangleOf(quad);
  return rectangleQuad(x, y, x + width, y + height);
}

function insetQuad(width: number, height: number): Quad {
  const [left, right] = [Math.round(width * INSET), Math.round(width * (1 - INSET))];
  const [top, bottom] = [Math.round(height * INSET), Math.round(height * (1 - INSET))];
  return rectangleQuad(left, top, right, bottom);
}
