/** Agents that send records on: Promtail, Alloy, Filebeat, Fluent Bit, Vector. */
import { agentSecrets } from '../documents/logs/agentSecrets';
import { isAlloy } from '../documents/logs/alloyTargets';
import { agentForwards, isFilebeat, isFluentBit, isPromtail, isVector } from '../documents/logs/logAgents';
import type { FileKind } from '../fileKind';

const read: FileKind['read'] = ({ uri, text }) => ({
  logForward: agentForwards(uri, text),
  agentSecret: agentSecrets(uri, text),
});

export const logAgent: FileKind = {
  recognises(name, text) {
    const head = text.slice(0, 50_000);
    return /\.ya?ml$/i.test(name) && (isPromtail(head) || isFilebeat(head) || isFluentBit(head) || isVector(head));
  },
  comment: (_uri, text) => (isAlloy(text) ? '//' : '#'),
  units: 'yaml',
  read,
  readPart: read,
};
