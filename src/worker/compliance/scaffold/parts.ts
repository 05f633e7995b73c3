/** What the files share: the answers as they are written, the user's language, fixed numbers. */
import type { Locale } from '../../protocol/finding';
import type { ScaffoldFile } from '../../protocol/scaffold';
import type { QuestionName } from './questions';

export interface Parts {
  /** Checked answers. */
  answers: Readonly<Record<QuestionName, string>>;
  /** Comments in the user's language. */
  say(words: Record<Locale, string>): string;
}

export type FileMaker = (parts: Parts) => ScaffoldFile;

/** Of the application in its image, and of nginx in the one of its makers. */
export const APP_USER = 10_001;
export const PROXY_USER = 101;

export const PYTHON_IMAGE = 'python:3.13-slim';
export const PROXY_IMAGE = 'nginxinc/nginx-unprivileged:1.28';

/** Six calendar months have up to 184 days. */
export const LOG_DAYS = 184;

export const repositoryOf = ({ registry, name }: Parts['answers']): string => `${registry}/${name}`;

export const imageOf = (answers: Parts['answers']): string => `${repositoryOf(answers)}:${answers.tag}`;

/** Without the public transparency log, which an inner network does not reach. */
export const VERIFY = 'cosign verify --private-infrastructure --key cosign.pub';

/** Where the deployment lies on the host. */
export const homeOf = ({ name }: Parts['answers']): string => `/opt/${name}`;

/** Where the application's own log lies on the host. */
export const logsOf = ({ name }: Parts['answers']): string => `/var/log/${name}`;
