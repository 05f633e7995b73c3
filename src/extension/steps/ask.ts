/** One step of a dialogue in VS Code's quick input, with a way back. */
import * as vscode from 'vscode';

/** The user wants the step before. */
export const BACK = Symbol('back');
/** Undefined: the user cancelled. */
export type Answer<T> = T | typeof BACK | undefined;

/**
 * Shows the input until it is accepted, goes back or is hidden. `accepted` gives the answer, or
 * undefined to stay.
 */
function answerOf<T>(
  input: vscode.QuickPick<never> | vscode.InputBox,
  accepted: () => T | undefined,
): Promise<Answer<T>> {
  return new Promise((resolve) => {
    const settle = (answer: Answer<T>) => {
      resolve(answer);
      input.dispose();
    };
    input.onDidTriggerButton((button) => button === vscode.QuickInputButtons.Back && settle(BACK));
    input.onDidHide(() => settle(undefined));
    input.onDidAccept(() => {
      const answer = accepted();
      if (answer !== undefined) settle(answer);
    });
    input.show();
  });
}

interface Step {
  title: string;
  hint?: string;
  /** With a button to the step before. */
  back: boolean;
}

/** One of a list; `active` is where the cursor starts. */
export function askChoice<T extends vscode.QuickPickItem>(
  items: T[],
  { title, hint, back }: Step,
  active?: T,
): Promise<Answer<T>> {
  const pick = vscode.window.createQuickPick<T>();
  Object.assign(pick, { title, placeholder: hint, items, ignoreFocusOut: true, matchOnDescription: true });
  pick.buttons = back ? [vscode.QuickInputButtons.Back] : [];
  if (active) pick.activeItems = [active];
  return answerOf(pick as unknown as vscode.QuickPick<never>, () => pick.selectedItems[0]);
}

/** A line of text; an empty one is an answer too, but never the value that has the problem. */
export function askLine(
  value: string,
  { title, hint, back, secret, problem }: Step & { secret: boolean; problem?: string },
): Promise<Answer<{ text: string }>> {
  const box = vscode.window.createInputBox();
  Object.assign(box, {
    title,
    prompt: hint,
    value,
    password: secret,
    ignoreFocusOut: true,
    validationMessage: problem,
  });
  box.buttons = back ? [vscode.QuickInputButtons.Back] : [];
  const problemNow = () => (box.value === value ? problem : undefined);
  box.onDidChangeValue(() => {
    box.validationMessage = problemNow();
  });
  return answerOf(box, () => (problemNow() ? undefined : { text: box.value }));
}
