/** Whether the records of a deployment are also kept somewhere else than where they arise. */
import type { Deployment } from '../deployment/deployment';
import { isLogAgent } from '../model/logAgent';
import { remoteLog } from '../model/remoteLog';
import type { Place } from '../model/value';

const SENT = /@|omfwd|omrelp|imtcp|output|clients|sinks|match|write/i;
const SHIPPED = /log|fluent|vector|beat|agent|promtail|alloy|collector/i;

/** Where they are sent on, as far as a file of the deployment says so (fact T29). */
export function centralLogOf(deployment: Deployment): Place | undefined {
  const sent = deployment.all('logForward', SENT).find(({ isLocal }) => !isLocal);
  if (sent) return sent.place;
  for (const container of deployment.all('container', SHIPPED)) {
    if (container.image && isLogAgent(container.image)) return container.image.place;
    if (container.logging && remoteLog(container)?.local === false) return container.logging.place;
  }
  for (const daemon of deployment.all('dockerd', /log-driver/)) {
    const settings = daemon.isFile || daemon.isOfHost ? daemon.logging() : undefined;
    if (settings && remoteLog(settings)?.local === false) return settings.logging.place;
  }
  return undefined;
}
