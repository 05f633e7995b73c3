/**
 * The choices that hold for every symbol of the page; each change makes all symbols again. It lives
 * as long as the page.
 */
import type { MakeOptions } from '../../src/extension/panel/contract';
import { button } from './button';
import { checkbox } from './checkbox';
import { contrast } from './contrast';
import { disclosure } from './disclosure';
import { h, on } from './dom';
import { type LogoField, logoField } from './logoField';
import { message } from './message';
import { QUIET_ZONE_MODULES } from './modules';
import type { Page } from './page';
import { type Choice, field, select } from './selectField';
import { colon, fillIn } from './words';

export interface OptionsFormView {
  element: HTMLDetailsElement;
  /** Shows what holds now. */
  set(options: MakeOptions, following: boolean): void;
  /** A logo that was picked. */
  takeLogo: LogoField['take'];
}

const MAX_MARGIN_MODULES = 20;
/** Of WCAG 2.2 §1.4.3 and §1.4.11; scanners need about the same. */
const GOOD_RATIO = 4.5;
const WEAK_RATIO = 3;
const SCALES: MakeOptions['scale'][] = [4, 8, 16, 32];

export function optionsForm(page: Page, defaults: MakeOptions): OptionsFormView {
  const { strings } = page;
  let options = defaults;
  /** What was chosen here last has not come back yet: what comes before it is older. */
  let ahead = false;
  const change = (more: Partial<MakeOptions>) => {
    options = { ...options, ...more };
    ahead = true;
    page.restyle(options);
    page.post({ type: 'changeOptions', options });
    warn();
  };
  const auto: Choice = ['', strings.optionAutomatic];
  const versions = Array.from(
    { length: 40 },
    (_, i): Choice => [i + 1, fillIn(strings.optionVersionChoice, { version: i + 1, size: 21 + 4 * i })],
  );
  const masks = Array.from({ length: 8 }, (_, mask): Choice => [mask, String(mask)]);
  const numberOrNull = (value: string) => (value === '' ? null : Number(value));
  const version = select('option-version', [auto, ...versions], (value) => change({ version: numberOrNull(value) }));
  const mask = select('option-mask', [auto, ...masks], (value) => change({ mask: numberOrNull(value) }));
  const margin = on(
    h('input', {
      class: 'control number',
      id: 'option-margin',
      type: 'number',
      min: 0,
      max: MAX_MARGIN_MODULES,
      step: 1,
    }),
    'input',
    () => {
      const wanted = Number(margin.value);
      if (margin.value !== '' && Number.isInteger(wanted) && wanted >= 0 && wanted <= MAX_MARGIN_MODULES)
        change({ marginModules: wanted });
    },
  );
  on(margin, 'blur', () => {
    margin.value = String(options.marginModules);
  });
  const scale = select(
    'option-scale',
    SCALES.map((each): Choice => [each, String(each)]),
    (value) => change({ scale: Number(value) as MakeOptions['scale'] }),
  );
  const colour = (id: string, name: 'dark' | 'light') => {
    const input = on(h('input', { class: 'control colour', id, type: 'color' }), 'change', () =>
      change({ [name]: input.value }),
    );
    return input;
  };
  const dark = colour('option-dark', 'dark');
  const light = colour('option-light', 'light');
  const shapes: [MakeOptions['modules'], string][] = [
    ['square', strings.shapeSquare],
    ['rounded', strings.shapeRounded],
    ['dots', strings.shapeDots],
  ];
  const modules = select('option-modules', shapes, (value) => change({ modules: value as MakeOptions['modules'] }));
  const eyes: [MakeOptions['finders'], string][] = [
    ['square', strings.shapeSquare],
    ['rounded', strings.shapeRounded],
    ['circle', strings.shapeCircle],
  ];
  const finders = select('option-finders', eyes, (value) => change({ finders: value as MakeOptions['finders'] }));
  const logo = logoField(page, (chosen) => {
    change({ logo: chosen });
    logo.set(chosen);
  });
  const eci = checkbox(strings.optionEci, (checked) => change({ eci: checked }));
  const follow = checkbox(strings.follow, (on) => page.post({ type: 'follow', on }));
  const contrastWords = h('p', { class: 'hint wide' });
  const warning = h('div', { class: 'wide', 'aria-live': 'polite' });
  const warn = () => {
    const small = options.marginModules < QUIET_ZONE_MODULES;
    const { ratio, inverted } = contrast(options.dark, options.light);
    const words =
      ratio >= GOOD_RATIO ? strings.contrastGood : ratio >= WEAK_RATIO ? strings.contrastWeak : strings.contrastPoor;
    const shown = fillIn(words, { ratio: Math.floor(ratio * 10) / 10 });
    contrastWords.textContent = ratio >= GOOD_RATIO ? strings.contrast + colon() + shown : '';
    const warnings = [
      small && fillIn(strings.optionMarginSmall, { count: QUIET_ZONE_MODULES }),
      ratio < GOOD_RATIO && shown,
      inverted && strings.contrastInverted,
    ];
    warning.replaceChildren(...warnings.flatMap((text) => (text ? [message('warning', text, '')] : [])));
  };
  const show = () => {
    version.value = String(options.version ?? '');
    mask.value = String(options.mask ?? '');
    // An answer must not undo what is being typed.
    if (document.activeElement !== margin) margin.value = String(options.marginModules);
    scale.value = String(options.scale);
    dark.value = options.dark;
    light.value = options.light;
    modules.value = options.modules;
    finders.value = options.finders;
    logo.set(options.logo);
    eci.checked = options.eci;
    warn();
  };
  const reset = button(strings.optionsReset, () => {
    change(defaults);
    show();
  });
  const details = disclosure(
    strings.optionsTitle,
    'form options',
    h(
      'div',
      { class: 'form-body' },
      h(
        'div',
        { class: 'form-grid' },
        field(strings.optionVersion, version),
        field(strings.optionMask, mask),
        field(strings.optionMargin, margin),
        field(strings.optionScale, scale),
        field(strings.optionDark, dark),
        field(strings.optionLight, light),
        field(strings.optionModules, modules),
        field(strings.optionFinders, finders),
        contrastWords,
        logo.element,
        h('div', { class: 'wide' }, eci, h('p', { class: 'hint' }, strings.optionEciWhy)),
        h('div', { class: 'wide' }, follow),
        warning,
      ),
      h('div', { class: 'actions' }, reset),
    ),
  );
  return {
    element: details,
    takeLogo: logo.take,
    set(now, following) {
      follow.checked = following;
      if (ahead && !isSame(now, options)) return;
      ahead = false;
      options = now;
      show();
    },
  };
}

const isSame = (a: MakeOptions, b: MakeOptions): boolean =>
  (Object.keys(a) as (keyof MakeOptions)[]).every((name) => JSON.stringify(a[name]) === JSON.stringify(b[name]));
