/** A deployment in which `mlps3` finds nothing, out of a few answers. */
import { fault } from '../../protocol/errors';
import { fill } from '../../protocol/fill';
import type { Locale } from '../../protocol/finding';
import type { ScaffoldAnswers, ScaffoldFile, ScaffoldQuestion } from '../../protocol/scaffold';
import { application, packages, page } from './application';
import { configuration, dockerignore, envExample, gitignore } from './aside';
import { compose } from './compose';
import { dockerfile } from './dockerfile';
import { guide } from './guide';
import { daemon, fail2ban, sshd } from './host';
import { journald, logrotate, rsyslog } from './logs';
import { nginx } from './nginx';
import type { FileMaker, Parts } from './parts';
import { pipeline } from './pipeline';
import { type QuestionName, questions } from './questions';
import { backup, deploy, firewall, prepare } from './scripts';
import { units } from './units';

const makers: readonly FileMaker[] = [
  application,
  page,
  packages,
  dockerfile,
  compose,
  nginx,
  firewall,
  deploy,
  backup,
  prepare,
  sshd,
  fail2ban,
  daemon,
  logrotate,
  journald,
  rsyslog,
  pipeline,
  gitignore,
  dockerignore,
  envExample,
  configuration,
  guide,
];

/** The questions as they are asked. */
export const scaffoldQuestions = (): ScaffoldQuestion[] => questions.map(({ isAnswer: _, ...question }) => question);

/**
 * Comments are in the user's language; files come in the order of their paths.
 * @throws fault scaffold-answer whose `question` names the question, scaffold-question
 */
export function scaffold(given: ScaffoldAnswers, locale: Locale): ScaffoldFile[] {
  const parts: Parts = { answers: answersOf(given, locale), say: (words) => words[locale] };
  return [...makers.map((make) => make(parts)), ...units(parts)].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function answersOf(given: ScaffoldAnswers, locale: Locale): Parts['answers'] {
  const unknown = Object.keys(given).find((name) => !questions.some((question) => question.name === name));
  if (unknown !== undefined) throw fault('scaffold-question', { question: unknown });
  const answers: Partial<Record<QuestionName, string>> = {};
  for (const { name, initial, label, expected, isAnswer } of questions) {
    const value = (Object.hasOwn(given, name) ? given[name]! : fill(initial, answers)).trim();
    if (!isAnswer(value))
      throw fault('scaffold-answer', { question: name, label: label[locale], value, expected: expected[locale] });
    answers[name] = value;
  }
  return answers as Record<QuestionName, string>;
}
