/**
 * The form of a payload kind as steps: the kind, then what it needs, then a list of all fields from
 * which the symbol is made.
 */
import * as vscode from 'vscode';
import type { EncodedText } from '../../worker/protocol/methods';
import {
  applies,
  MASK,
  type PayloadField,
  type PayloadForm,
  type PayloadValues,
  type RecognisedPayload,
} from '../../worker/protocol/payload';
import { userLocale } from '../userLocale';
import { type Answer, askChoice, askLine, BACK } from './ask';

type Make = (kind: string, values: PayloadValues) => Promise<EncodedText>;

/**
 * @param known what the selected text is: the cursor starts on its kind, and its values are filled
 * in
 */
export async function payloadSteps(
  forms: PayloadForm[],
  known: RecognisedPayload | undefined,
  make: Make,
): Promise<void> {
  const items = forms.map((form) => ({
    label: form.label[userLocale()],
    description: form.kind === known?.kind ? vscode.l10n.t('from the selection') : undefined,
    form,
  }));
  const title = vscode.l10n.t('New QR Code');
  for (;;) {
    const active = items.find(({ form }) => form.kind === known?.kind);
    const chosen = await askChoice(
      items,
      { title, hint: vscode.l10n.t('What should the QR code hold?'), back: false },
      active,
    );
    if (!chosen || chosen === BACK) return;
    const values = chosen.form.kind === known?.kind ? { ...known.values } : {};
    if ((await fieldSteps(chosen.form, values, make)) !== BACK) return;
  }
}

/** Answers BACK when the user wants another kind. */
async function fieldSteps(form: PayloadForm, values: PayloadValues, make: Make): Promise<Answer<'done'>> {
  for (const field of form.fields.filter(({ required, name }) => required && !values[name])) {
    const answer = await askField(form, field, values);
    if (answer !== 'done') return answer;
  }
  let active: PayloadField | undefined;
  for (;;) {
    const items = overview(form, values);
    const title = form.label[userLocale()];
    const hint = vscode.l10n.t('Make the QR code, or fill in more first');
    const chosen = await askChoice(
      items,
      { title, hint, back: true },
      items.find(({ field }) => field === active) ?? items[0],
    );
    if (!chosen || chosen === BACK) return chosen;
    let { field } = chosen;
    let problem: string | undefined;
    if (!field) {
      const { error } = await make(form.kind, values);
      if (!error) return 'done';
      field = form.fields.find(({ name }) => name === error.data?.field);
      if (!field) throw new Error(error.message);
      problem = error.message;
    }
    const answer = await askField(form, field, values, problem);
    if (!answer) return undefined;
    // After an answer the cursor is on the row that makes the symbol: whatever is still missing is
    // asked for then.
    active = answer === BACK ? field : undefined;
  }
}

interface Row extends vscode.QuickPickItem {
  /** Absent on the row that makes the symbol. */
  field?: PayloadField;
}

function overview({ fields }: PayloadForm, values: PayloadValues): Row[] {
  const row = (field: PayloadField): Row => ({
    label: field.label[userLocale()],
    description: shown(field, values[field.name]),
    field,
  });
  const make: Row = { label: `$(check) ${vscode.l10n.t('Make QR Code')}` };
  const meant = fields.filter((field) => values[field.name] || applies(field, fields, values));
  return [make, { label: '', kind: vscode.QuickPickItemKind.Separator }, ...meant.map(row)];
}

/** A secret is only told to be there. */
function shown({ input, choices, choiceLabels }: PayloadField, value: string | undefined): string | undefined {
  if (input === 'secret') return value && MASK;
  if (input === 'flag') return value ? vscode.l10n.t('yes') : vscode.l10n.t('no');
  const chosen = value ?? choices?.[0];
  return (chosen !== undefined && choiceLabels?.[chosen]?.[userLocale()]) || chosen?.replace(/\s+/g, ' ');
}

/** Changes the field in `values`; a field that is emptied is dropped. */
async function askField(
  form: PayloadForm,
  field: PayloadField,
  values: PayloadValues,
  problem?: string,
): Promise<Answer<'done'>> {
  const title = `${form.label[userLocale()]}: ${field.label[userLocale()]}`;
  const choices = field.input === 'flag' ? ['true', ''] : field.choices;
  let value: string;
  if (choices) {
    const items = choices.map((choice) => ({ label: shown(field, choice)!, choice }));
    const current = items.find(({ choice }) => choice === (values[field.name] ?? ''));
    const chosen = await askChoice(items, { title, hint: problem, back: true }, current);
    if (!chosen || chosen === BACK) return chosen;
    value = chosen.choice;
  } else {
    const hint = field.example && vscode.l10n.t('For example: {0}', field.example);
    const typed = await askLine(values[field.name] ?? '', {
      title,
      hint,
      back: true,
      secret: field.input === 'secret',
      problem,
    });
    if (!typed || typed === BACK) return typed;
    value = typed.text;
  }
  if (value === '') delete values[field.name];
  else values[field.name] = value;
  return 'done';
}
