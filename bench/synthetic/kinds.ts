/**
 * Synthetic photographs by kind of what makes them hard, each drawn from a seed: after what public
 * bug reports of readers show.
 */
import type { Corners } from '../../src/worker/protocol/picture';
import type { Gray } from '../../src/worker/qr/decode/gray';
import { type Random, seeded } from '../../test/worker/qr/decode/provingGround/random';
import * as lights from './light';
import { cornersOf, type Ground, type Look, modulesOf, type Placed, paint } from './scene';

export interface SyntheticPicture {
  gray: Gray;
  texts: string[];
  /** Of each symbol, as they would lie if it were flat. */
  corners: Corners[];
}

/** What a kind changes of an ordinary photograph. */
interface Recipe {
  module?: [low: number, high: number];
  tilt?: [low: number, high: number];
  roll?: [low: number, high: number];
  waves?: [low: number, high: number];
  ground?: Ground;
  symbols?: number;
  look?(random: Random): Partial<Look>;
  light?(plane: lights.Plane, random: Random, module: number, area: lights.Area): void;
  blur?(plane: lights.Plane, random: Random, module: number): void;
  grain?: [low: number, high: number];
  quality?: [low: number, high: number];
}

const RADIAN = Math.PI / 180;

const recipes = {
  tilted: { tilt: [50, 72], module: [4, 9] },
  tiltedAndSoft: { tilt: [35, 60], module: [5, 9], blur: (p, r, m) => lights.soften(p, m * r.between(0.2, 0.4)) },
  defocused: { tilt: [0, 25], blur: (p, r, m) => lights.defocus(p, m * r.between(0.5, 1.15)) },
  soft: { tilt: [0, 25], blur: (p, r, m) => lights.soften(p, m * r.between(0.4, 0.75)) },
  moved: { tilt: [0, 20], blur: (p, r, m) => lights.move(p, m * r.between(1, 2.4), r.between(0, Math.PI)) },
  brightSpots: {
    tilt: [0, 35],
    light: (p, r, m, area) => lights.shine(p, Math.round(r.between(2, 6)), m * r.between(1, 2.2), 0.6, r, area),
  },
  glare: { tilt: [0, 35], light: (p, r, m, area) => lights.shine(p, 1, m * r.between(3, 5), 1.5, r, area) },
  shadow: { tilt: [0, 30], light: (p, r, m) => lights.shade(p, r.between(0.12, 0.35), m * r.between(0.3, 2), r) },
  faint: {
    tilt: [0, 25],
    look: (r) => {
      const light = r.between(60, 220);
      return { light, dark: light - r.between(12, 30) };
    },
    ground: 'plain',
    grain: [1, 3],
  },
  rolled: { tilt: [0, 30], roll: [0.05, 0.22] },
  crumpled: { tilt: [0, 30], waves: [0.01, 0.03] },
  compressed: { module: [2.2, 4], quality: [18, 40], tilt: [0, 20] },
  small: { module: [1.5, 2.6], tilt: [0, 15], grain: [0, 3] },
  noisy: { grain: [30, 70], tilt: [0, 25] },
  dirty: { tilt: [0, 25], look: (r) => ({ dirt: r.between(0.1, 0.26), patches: Math.round(r.between(2, 5)) }) },
  inverted: { tilt: [0, 40], look: (r) => ({ dark: r.between(170, 240), light: r.between(20, 70) }) },
  mirrored: { tilt: [0, 40], look: () => ({ isMirrored: true }) },
  dotted: { tilt: [0, 30], look: () => ({ isDotted: true }) },
  onCloth: { tilt: [10, 50], ground: 'cloth', look: (r) => ({ quiet: r.between(0.5, 2) }) },
  onPrint: { tilt: [0, 40], ground: 'print', look: (r) => ({ quiet: r.between(1, 2.5) }) },
  several: { tilt: [0, 45], symbols: 4, module: [3, 5] },
  everything: {
    tilt: [20, 45],
    ground: 'cloth',
    module: [4, 6],
    light: (p, r, m, area) => {
      lights.shade(p, r.between(0.3, 0.6), m * r.between(1, 5), r);
      lights.shine(p, 1, m * r.between(1, 2), 0.8, r, area);
    },
    blur: (p, r, m) => lights.soften(p, m * r.between(0.15, 0.3)),
    grain: [3, 9],
    quality: [35, 60],
  },
} satisfies Record<string, Recipe>;

export type SyntheticKind = keyof typeof recipes;
export const syntheticKinds = Object.keys(recipes) as SyntheticKind[];

/** The same picture for the same kind and seed. */
export function syntheticPicture(kind: SyntheticKind, seed: number): SyntheticPicture {
  const recipe: Recipe = recipes[kind];
  const random = seeded(seed * 7919 + syntheticKinds.indexOf(kind) * 104_729 + 1);
  const between = ([low, high]: [number, number]) => random.between(low, high);
  const count = recipe.symbols ?? 1;
  const texts = Array.from({ length: count }, (_, i) => textOf(kind, seed, i, random));
  const across = Math.ceil(Math.sqrt(count));
  const module = between(recipe.module ?? [4, 7]);
  const drafts = texts.map((text) => {
    const level = (['L', 'M', 'Q', 'H'] as const)[Math.floor(random.between(0, 4))]!;
    return { text, level, version: undefined };
  });
  const widest = Math.max(...drafts.map(modulesOf)) * module;
  const pitch = widest * 1.75 + 24 * module;
  const [width, height] = [1, random.between(0.75, 1)].map((share) => Math.round(across * pitch * share)) as [
    number,
    number,
  ];
  const symbols = drafts.map((draft, i): Placed => {
    const [column, row] = [i % across, Math.floor(i / across)];
    return {
      ...draft,
      module,
      pose: {
        centre: [
          (width * (column + 0.5)) / across + random.between(-0.05, 0.05) * pitch,
          (height * (row + 0.5)) / across + random.between(-0.03, 0.03) * pitch,
        ],
        spin: random.between(0, 2 * Math.PI),
        tilt: RADIAN * between(recipe.tilt ?? [0, 20]),
        about: random.between(0, 2 * Math.PI),
        distance: random.between(2, 4),
        roll: recipe.roll ? between(recipe.roll) : 0,
        waves: recipe.waves ? between(recipe.waves) : 0,
      },
      look: {
        quiet: 4,
        dark: random.between(15, 60),
        light: random.between(190, 245),
        isMirrored: false,
        isDotted: false,
        dirt: 0,
        patches: 0,
        ...recipe.look?.(random),
      },
    };
  });
  const ground = recipe.ground ?? (['plain', 'cloth', 'print'] as const)[Math.floor(random.between(0, 3))]!;
  const plane = paint(width, height, ground, symbols, random);
  const half = widest / 2.6;
  const [cx, cy] = symbols[0]!.pose.centre;
  recipe.light?.(plane, random, module, { left: cx - half, right: cx + half, top: cy - half, low: cy + half });
  recipe.blur?.(plane, random, module);
  lights.grain(plane, between(recipe.grain ?? [1, 5]), random);
  const gray = lights.toGray(plane);
  const corners = symbols.map(cornersOf);
  return { texts, corners, gray: lights.compress(gray, Math.round(between(recipe.quality ?? [70, 95]))) };
}

function textOf(kind: string, seed: number, i: number, random: Random): string {
  const forms = [
    `${kind} ${seed}.${i}`,
    `https://example.com/${kind}/${seed}?part=${i}`,
    `https://example.com/shop/item/${kind}-${seed}-${i}?lang=en&utm_source=label&utm_campaign=autumn`,
    `货架 ${seed} · 设备编号 ${kind}-${i}`,
    `BEGIN:VCARD\nVERSION:3.0\nN:Example;${kind}\nTEL:+49301234567${seed}\nEMAIL:${kind}.${i}@example.com\nURL:https://example.com/${seed}\nEND:VCARD`,
  ];
  return forms[Math.floor(random.between(0, forms.length))]!;
}
