/**
 * One field of a payload form: the right control for its input, its label before it, its value read
 * and marked as wrong.
 */
import type { PayloadField } from '../../src/extension/panel/contract';
import { element, h, named } from './dom';

export interface FormField {
  name: string;
  row: HTMLElement;
  field: PayloadField;
  /** Empty when there is nothing to say. */
  value(): string;
  /** Empty is the default. */
  set(value: string): void;
  mark(wrong: boolean): void;
  focus(): void;
}

type Locale = keyof PayloadField['label'];

interface Control extends HTMLElement {
  value: string;
  checked?: boolean;
  /** Of a text field or area: what takes the typing. */
  wrappedElement?: HTMLElement;
}

/** Events: `input` on every change, `change` for choices and flags. */
export function formField(field: PayloadField, locale: Locale): FormField {
  const words = field.label[locale];
  const id = `field-${field.name}`;
  const name = field.required ? `${words} *` : words;
  const control = draw(field, locale, name, id) as Control;
  const label = h('label', { class: 'label', for: field.input === 'choice' ? id : undefined }, name);
  const row = h(
    'div',
    { class: field.input === 'lines' ? 'field wide' : field.input === 'flag' ? 'field flag' : 'field' },
    field.input !== 'flag' && label,
    control,
  );
  return {
    name: field.name,
    row,
    field,
    value: () => (field.input === 'flag' ? (control.checked ? 'true' : '') : control.value),
    set(value) {
      if (field.input === 'flag') control.checked = value === 'true';
      else control.value = value || (field.input === 'choice' ? (field.choices?.[0] ?? '') : '');
    },
    mark: (wrong) => {
      control.toggleAttribute('invalid', wrong);
      // A screen reader hears it of the input inside.
      control.wrappedElement?.setAttribute('aria-invalid', String(wrong));
    },
    focus: () => control.focus(),
  };
}

/**
 * Without `required`: that shows a field as wrong before it was touched, and answers in the
 * browser's words instead of ours.
 */
function draw(
  { input, choices, choiceLabels, example }: PayloadField,
  locale: Locale,
  label: string,
  id: string,
): HTMLElement {
  if (input === 'choice')
    return h(
      'select',
      { id, class: 'control' },
      ...(choices ?? []).map((choice) => h('option', { value: choice }, choiceLabels?.[choice]?.[locale] ?? choice)),
    );
  if (input === 'flag') return element('vscode-checkbox', { label });
  if (input === 'lines') return named('vscode-textarea', label, { rows: 3, placeholder: example });
  return named('vscode-textfield', label, { placeholder: example, type: input === 'secret' ? 'password' : 'text' });
}
