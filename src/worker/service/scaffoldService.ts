/** The server's answers about a new deployment: texts alone, nothing is written here. */
import type { Connection } from 'vscode-languageserver';
import { scaffold, scaffoldQuestions } from '../compliance/index';
import { asFailure } from '../protocol/errors';
import type { Locale } from '../protocol/finding';
import { scaffoldMethod, scaffoldQuestionsMethod } from '../protocol/methods';
import type { ScaffoldAnswers } from '../protocol/scaffold';
import { onMethod } from './onMethod';

export function scaffoldService(connection: Pick<Connection, 'onRequest'>, locale: Locale): void {
  onMethod(connection, scaffoldQuestionsMethod, () => ({ questions: scaffoldQuestions() }));
  onMethod(connection, scaffoldMethod, ({ answers }: { answers: ScaffoldAnswers }) => {
    try {
      return { files: scaffold(answers, locale) };
    } catch (error) {
      return { error: asFailure(error, locale) };
    }
  });
}
