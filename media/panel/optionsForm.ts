/** The choices that hold for every symbol of the page; each change makes all symbols again. It lives as long as the page. */
import type { MakeOptions } from '../../src/extension/panel/contract';
import { button } from './button';
import { contrast } from './contrast';
import { element, h, on } from './dom';
import { message } from './message';
import { QUIET_ZONE_MODULES } from './modules';
import type { Page } from './page';
import { fillIn } from './words';

export interface OptionsFormView {
  element: HTMLDetailsElement;
  /** Shows what holds now. */
  set(options: MakeOptions, following: boolean): void;
}

interface Checkbox extends HTMLElement {
  checked: boolean;
}

const MAX_MARGIN_MODULES = 20;
/** Of WCAG 2.2 §1.4.3 and §1.4.11; scanners need about the same. */
const GOOD_RATIO = 4.5;
const WEAK_RATIO = 3;
const SCALES: MakeOptions['scale'][] = [4, 8, 16, 32];

export function optionsForm(page: Page, defaults: MakeOptions): OptionsFormView {
  const { strings } = page;
  let options = defaults;
  const change = (more: Partial<MakeOptions>) => {
    options = { ...options, ...more };
    page.post({ type: 'changeOptions', options });
    warn();
  };
  const auto = h('option', { value: '' }, strings.optionAutomatic);
  const versions = Array.from({ length: 40 }, (_, i) =>
    h('option', { value: i + 1 }, fillIn(strings.optionVersionChoice, { version: i + 1, size: 21 + 4 * i })),
  );
  const masks = Array.from({ length: 8 }, (_, mask) => h('option', { value: mask }, String(mask)));
  const numberOrNull = (value: string) => (value === '' ? null : Number(value));
  const version = select('option-version', [auto, ...versions], (value) => change({ version: numberOrNull(value) }));
  const mask = select('option-mask', [auto.cloneNode(true) as HTMLElement, ...masks], (value) => change({ mask: numberOrNull(value) }));
  const margin = on(
    h('input', { class: 'control number', id: 'option-margin', type: 'number', min: 0, max: MAX_MARGIN_MODULES, step: 1 }),
    'input',
    () => {
      const wanted = Number(margin.value);
      if (margin.value !== '' && Number.isInteger(wanted) && wanted >= 0 && wanted <= MAX_MARGIN_MODULES) change({ marginModules: wanted });
    },
  );
  on(margin, 'blur', () => {
    margin.value = String(options.marginModules);
  });
  const scale = select(
    'option-scale',
    SCALES.map((each) => h('option', { value: each }, String(each))),
    (value) => change({ scale: Number(value) as MakeOptions['scale'] }),
  );
  const colour = (id: string, name: 'dark' | 'light') => {
    const input = on(h('input', { class: 'control colour', id, type: 'color' }), 'change', () => change({ [name]: input.value }));
    return input;
  };
  const dark = colour('option-dark', 'dark');
  const light = colour('option-light', 'light');
  const eci = checkbox(strings.optionEci, (checked) => change({ eci: checked }));
  const follow = checkbox(strings.follow, (on) => page.post({ type: 'follow', on }));
  const contrastWords = h('p', { class: 'hint wide' });
  const warning = h('div', { class: 'wide', 'aria-live': 'polite' });
  const warn = () => {
    const small = options.marginModules < QUIET_ZONE_MODULES;
    const { ratio, inverted } = contrast(options.dark, options.light);
    const words = ratio >= GOOD_RATIO ? strings.contrastGood : ratio >= WEAK_RATIO ? strings.contrastWeak : strings.contrastPoor;
    const shown = fillIn(words, { ratio: Math.round(ratio * 10) / 10 });
    contrastWords.textContent = ratio >= GOOD_RATIO ? `${strings.contrast}: ${shown}` : '';
    const warnings = [
      small && fillIn(strings.optionMarginSmall, { count: QUIET_ZONE_MODULES }),
      ratio < GOOD_RATIO && shown,
      inverted && strings.contrastInverted,
    ];
    warning.replaceChildren(...warnings.flatMap((text) => (text ? [message('warning', text, '')] : [])));
  };
  const reset = button(strings.optionsReset, () => change(defaults));
  const details = h(
    'details',
    { class: 'form options' },
    h('summary', {}, strings.optionsTitle),
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
        contrastWords,
        h('div', { class: 'wide' }, eci, h('p', { class: 'hint' }, strings.optionEciWhy)),
        h('div', { class: 'wide' }, follow),
        warning,
      ),
      h('div', { class: 'actions' }, reset),
    ),
  );
  return {
    element: details,
    set(now, following) {
      options = now;
      version.value = String(now.version ?? '');
      mask.value = String(now.mask ?? '');
      // An answer to an earlier choice must not undo what is being typed.
      if (document.activeElement !== margin) margin.value = String(now.marginModules);
      scale.value = String(now.scale);
      dark.value = now.dark;
      light.value = now.light;
      eci.checked = now.eci;
      follow.checked = following;
      warn();
    },
  };
}

const field = (label: string, control: HTMLElement) =>
  h('div', { class: 'field' }, h('label', { class: 'label', for: control.id }, label), control);

function select(id: string, options: HTMLElement[], chosen: (value: string) => void): HTMLSelectElement {
  const control = h('select', { id, class: 'control' }, ...options);
  return on(control, 'change', () => chosen(control.value));
}

function checkbox(label: string, chosen: (checked: boolean) => void): Checkbox {
  const control = element('vscode-checkbox', { label }) as Checkbox;
  return on(control, 'change', () => chosen(control.checked));
}
