/**
 * A form for every kind of payload, with a meter that follows the typing. It lives as long as the
 * page, so what was typed is never lost.
 */
import type { Capacity, PayloadForm } from '../../src/extension/panel/contract';
import { applies } from '../../src/worker/protocol/payload';
import { button } from './button';
import { disclosure } from './disclosure';
import { h, on } from './dom';
import { type FormField, formField } from './formField';
import { message } from './message';
import type { Page } from './page';
import { fillIn } from './words';

export interface PayloadFormView {
  element: HTMLDetailsElement;
  setForms(forms: PayloadForm[]): void;
  /** Opens the form with this kind and these values. */
  fill(kind: string, values: Record<string, string>): void;
  setCapacity(request: number, answer: Capacity): void;
  /**
   * Other symbols are shown: it makes room and forgets its secrets, unless something is just being
   * typed into it.
   */
  finish(): void;
}

const TYPING_PAUSE_MS = 180;

export function payloadForm(page: Page): PayloadFormView {
  const { strings, locale } = page;
  const body = h('div', { class: 'form-body' });
  const details = disclosure(strings.formTitle, 'form payload', body);
  const meter = h('div', { class: 'capacity', 'aria-live': 'off' });
  const problem = h('div', { role: 'alert' });
  let asked = false;
  let request = 0;
  let submitted = -1;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let kind: PayloadForm | undefined;
  let fields: FormField[] = [];
  /** What a text had: shown and kept whether it means something there or not. */
  let given: Record<string, string> = {};
  let known: PayloadForm[] | undefined;
  /** To be filled in when the forms have come. */
  let waiting: [kind: string, values: Record<string, string>] | undefined;

  /**
   * Of the fields that mean something: what stands in the others is kept for when they do again,
   * and left out.
   */
  const values = () =>
    Object.fromEntries(
      fields
        .filter(({ row }) => !row.hidden)
        .map((field) => [field.name, field.value()])
        .filter(([, value]) => value !== ''),
    );
  const showWhatApplies = () => {
    const current = Object.fromEntries(fields.map(({ name, value }) => [name, value()]));
    for (const { field, name, row } of fields) row.hidden = !given[name] && !applies(field, kind!.fields, current);
  };
  const send = (type: 'needCapacity' | 'makePayload') => {
    clearTimeout(timer);
    request++;
    if (type === 'makePayload') submitted = request;
    if (kind) page.post({ type, request, kind: kind.kind, values: values() });
  };
  const typed = () => {
    clearTimeout(timer);
    timer = setTimeout(() => send('needCapacity'), TYPING_PAUSE_MS);
  };
  const settle = (wrong?: string, error?: string) => {
    for (const field of fields) field.mark(field.name === wrong);
    problem.replaceChildren(...(error === undefined ? [] : [message('error', error, '')]));
  };

  const showKind = (chosen: PayloadForm) => {
    kind = chosen;
    given = {};
    fields = chosen.fields.map((field) => formField(field, locale));
    grid.replaceChildren(...fields.map(({ row }) => row));
    showWhatApplies();
    meter.replaceChildren();
    settle();
  };

  const grid = h('div', { class: 'form-grid' });
  const form = on(h('form', { class: 'form-body' }, grid, problem, meter), 'submit', (event) => {
    event.preventDefault();
    send('makePayload');
  });
  on(grid, 'input', typed);
  on(grid, 'change', () => {
    showWhatApplies();
    typed();
  });
  on(grid, 'keydown', (event) => {
    const inLines = (event.target as Element).matches('vscode-textarea');
    if ((event as KeyboardEvent).key === 'Enter' && !inLines) form.requestSubmit();
  });
  form.append(
    h(
      'div',
      { class: 'actions' },
      button(strings.formMake, () => form.requestSubmit(), { icon: 'symbol', primary: true }),
    ),
  );

  const needForms = () => {
    if (asked) return;
    asked = true;
    page.post({ type: 'needForms' });
  };
  on(details, 'toggle', () => {
    if (details.open) needForms();
  });

  const fill = (wanted: string, filledIn: Record<string, string>) => {
    details.open = true;
    const found = known?.find((each) => each.kind === wanted);
    waiting = found ? undefined : [wanted, filledIn];
    if (!found) return needForms();
    body.querySelector('select')!.value = wanted;
    showKind(found);
    given = filledIn;
    for (const field of fields) field.set(given[field.name] ?? '');
    showWhatApplies();
    fields[0]?.focus();
    send('needCapacity');
  };

  return {
    element: details,
    setForms(forms) {
      known = forms;
      const choice = h(
        'select',
        { id: 'form-kind', class: 'control kinds' },
        ...forms.map((each) => h('option', { value: each.kind }, each.label[locale])),
      );
      on(choice, 'change', () => showKind(forms[choice.selectedIndex]!));
      body.replaceChildren(
        h('div', { class: 'field' }, h('label', { class: 'label', for: 'form-kind' }, strings.formKind), choice),
        form,
      );
      if (forms[0]) showKind(forms[0]);
      if (waiting) fill(...waiting);
    },
    fill,
    finish() {
      if (details.contains(document.activeElement) && submitted !== request) return;
      details.open = false;
      for (const { field, set } of fields) if (field.input === 'secret') set('');
      meter.replaceChildren();
    },
    setCapacity(answered, answer) {
      if (answered !== request) return;
      if (answer.error === undefined) {
        const { bytes, capacity, level, version } = answer;
        const text = fillIn(strings.formMeasured, { bytes, capacity, level, version });
        meter.replaceChildren(
          h('meter', { min: 0, max: capacity, value: bytes, 'aria-label': strings.capacity }, text),
          h('span', {}, text),
        );
        settle();
        return;
      }
      meter.replaceChildren();
      // While it is being filled in, a form is allowed to be unfinished.
      if (answered !== submitted) return;
      settle(answer.field, answer.error);
      fields.find(({ name }) => name === answer.field)?.focus();
    },
  };
}
