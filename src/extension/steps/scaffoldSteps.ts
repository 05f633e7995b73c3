/** *Create Compliant Deployment…* as steps: the answers in a list, the files to look at, then the files. */
import * as vscode from 'vscode';
import { fill } from '../../worker/protocol/fill';
import { scaffoldMethod, scaffoldQuestionsMethod } from '../../worker/protocol/methods';
import type { ScaffoldAnswers, ScaffoldQuestion, ScaffoldResult } from '../../worker/protocol/scaffold';
import type { Server } from '../lateServer';
import { userLocale } from '../userLocale';
import { type Answer, askChoice, askLine, BACK } from './ask';
import { showScaffold } from './showScaffold';
import { writableFolder } from './writableFolder';

type Make = (answers: ScaffoldAnswers) => Promise<ScaffoldResult>;

/** Answers the folder that files were made in. */
export async function scaffoldSteps(server: Pick<Server, 'request'>): Promise<vscode.Uri | undefined> {
  const folder = await writableFolder();
  if (!folder) return undefined;
  const { questions } = await server.request(scaffoldQuestionsMethod, {});
  const make: Make = (answers) => server.request(scaffoldMethod, { answers });
  const answers: Record<string, string> = {};
  const title = vscode.l10n.t('Create Compliant Deployment');
  const hint = vscode.l10n.t('Look at the files, or change what they hold first');
  let active: ScaffoldQuestion | undefined;
  for (;;) {
    const rows = rowsOf(questions, answers);
    const chosen = await askChoice(
      rows,
      { title, hint, back: false },
      rows.find(({ question }) => question === active),
    );
    if (!chosen || chosen === BACK) return undefined;
    let { question } = chosen;
    if (!question) {
      const { files, error } = await make(answers);
      if (files) {
        const shown = await showScaffold(folder, files);
        if (shown !== BACK) return shown && folder.uri;
        continue;
      }
      question = questions.find(({ name }) => name === error.data?.question);
      if (!question) throw new Error(error.message);
    }
    if (!(await askAnswer(question, answers, make))) return undefined;
    active = question;
  }
}

interface Row extends vscode.QuickPickItem {
  /** Absent on the row that shows the files. */
  question?: ScaffoldQuestion;
}

const given = ({ name, initial }: ScaffoldQuestion, answers: ScaffoldAnswers): string =>
  answers[name] ?? fill(initial, { name: 'qrcode-master', ...answers });

function rowsOf(questions: readonly ScaffoldQuestion[], answers: ScaffoldAnswers): Row[] {
  return [
    { label: `$(check) ${vscode.l10n.t('Show Files')}` },
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    ...questions.map((question) => ({
      label: question.label[userLocale()],
      description: given(question, answers) || vscode.l10n.t('none'),
      detail: question.about[userLocale()],
      question,
    })),
  ];
}

/** Asks until the answer is one; undefined: the user wants nothing more. */
async function askAnswer(
  question: ScaffoldQuestion,
  answers: Record<string, string>,
  make: Make,
): Promise<Answer<'done'>> {
  const { name, choices } = question;
  const title = question.label[userLocale()];
  let value = given(question, answers);
  let problem: string | undefined;
  for (;;) {
    const answer = choices
      ? await chosenOf(choices, value, title)
      : await askLine(value, { title, hint: question.expected[userLocale()], back: true, secret: false, problem });
    if (!answer || answer === BACK) return answer;
    const { error } = await make({ ...answers, [name]: answer.text });
    if (error?.data?.question !== name) {
      answers[name] = answer.text;
      return 'done';
    }
    value = answer.text;
    problem = error.message;
  }
}

async function chosenOf(choices: readonly string[], value: string, title: string): Promise<Answer<{ text: string }>> {
  const items = choices.map((text) => ({ label: text, text }));
  return askChoice(
    items,
    { title, back: true },
    items.find(({ text }) => text === value),
  );
}
