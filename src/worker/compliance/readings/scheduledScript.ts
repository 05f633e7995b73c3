/** Whether something runs a script again and again. */
import type { Deployment } from '../deployment/deployment';
import { readFlow } from '../documents/ci/ciFlow';
import type { Script } from '../documents/shell/script';
import type { UnitTimer } from '../documents/unitTimer';
import { fileName } from '../files';

const STARTS = /^[ \t]*Exec\w+[ \t]*=|^[ \t]*(?:@[a-z]+|(?:[\d*/,-]+[ \t]+){4})|cron|schedule|\bservices:/im;
/** What the script itself tells or sets up. */
const OWN = /\bcron(?:tab)?\b|\/etc\/cron|\bOnCalendar\b|--on-(?:calendar|unit-active)|定时|\bsleep\b|\/periodic\//i;
const FOLDER = /\/(?:cron\.(?:hourly|daily|weekly|monthly)|periodic)\//;

/** The timers of the deployment that start a service. */
export const timersOf = ({ uri }: Script, deployment: Deployment): UnitTimer[] =>
  deployment.all('timer', /^\[Timer\]/m).filter(({ unit }) => unit === fileName(uri));

/** As far as the files of the deployment tell; what a text says of it counts. */
export function isScheduled(script: Script, deployment: Deployment): boolean {
  const { uri } = script;
  if (startsAgain(script, deployment)) return true;
  const name = fileName(uri);
  return deployment
    .all('script', STARTS)
    .some((other) => other.uri !== uri && other.text.includes(name) && startsAgain(other, deployment));
}

function startsAgain(script: Script, deployment: Deployment): boolean {
  const { kind, uri, text, service, pipeline } = script;
  if (kind === 'systemd') return timersOf(script, deployment).length > 0;
  if (kind === 'crontab' || service !== undefined || FOLDER.test(`/${uri}`) || OWN.test(text)) return true;
  if (!pipeline) return kind === 'jenkins' && /\bcron\b|triggers/.test(text);
  const flow = readFlow(pipeline.root);
  return flow.crons.length > 0 || flow.scheduledElsewhere || flow.open;
}
