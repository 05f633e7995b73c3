/** Whether something runs a script again and again. */
import type { Deployment } from '../deployment/deployment';
import { readFlow } from '../documents/ci/ciFlow';
import type { Script } from '../documents/shell/script';
import { fileName } from '../files';
import { idleTimersOf, timersOf } from './startedUnits';

const STARTS = /^[ \t]*Exec\w+[ \t]*=|^[ \t]*(?:@[a-z]+|(?:[\d*/,-]+[ \t]+){4})|cron|schedule|\bservices:/im;
/** What the script itself tells or sets up. */
const OWN = /\bcron(?:tab)?\b|\/etc\/cron|\bOnCalendar\b|--on-(?:calendar|unit-active)|定时|\bsleep\b|\/periodic\//i;
const FOLDER = /\/(?:cron\.(?:hourly|daily|weekly|monthly)|periodic)\//;

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

/** The name of the timer that would start a script, were it started itself. */
export function idleTimerOf(script: Script, deployment: Deployment): string | undefined {
  const name = fileName(script.uri);
  const units =
    script.kind === 'systemd'
      ? [script]
      : deployment.all('script', STARTS).filter(({ kind, text }) => kind === 'systemd' && text.includes(name));
  return units.flatMap((unit) => idleTimersOf(unit, deployment))[0]?.name;
}
