/** Agents that send records on: Promtail, Filebeat, Fluent Bit. */
import { agentSecrets } from '../documents/logs/agentSecrets';
import { agentForwards, isFilebeat, isFluentBit, isPromtail } from '../documents/logs/logAgents';
import { type FileKind, hashComment } from '../fileKind';

const read: FileKind['read'] = ({ uri, text }) => ({
  logForward: agentForwards(uri, text),
  agentSecret: agentSecrets(uri, text),
});

export const logAgent: FileKind = {
  recognises(name, text) {
    const head = text.slice(0, 50_000);
    return /\.ya?ml$/i.test(name) && (isPromtail(head) || isFilebeat(head) || isFluentBit(head));
  },
  comment: hashComment,
  units: 'yaml',
  read,
  readPart: read,
};
