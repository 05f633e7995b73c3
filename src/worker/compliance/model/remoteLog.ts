/** Where a container's log goes. */
import type { Container } from './container';
import { isOwnAddress } from './loopback';
import type { Value } from './value';

const ADDRESS: Record<string, string> = {
  syslog: 'syslog-address',
  gelf: 'gelf-address',
  fluentd: 'fluentd-address',
  splunk: 'splunk-url',
  loki: 'loki-url',
};
const REMOTE = new Set([
  'syslog',
  'gelf',
  'fluentd',
  'splunk',
  'awslogs',
  'gcplogs',
  'logentries',
  'loki',
  'grafana/loki-docker-driver',
]);

export interface RemoteLog {
  driver: string;
  /** Undefined: the driver's default. */
  address: Value | undefined;
  /** Unix socket or loopback: the log does not leave the host here. */
  local: boolean;
}

/** Undefined when no remote driver is set or it is not known. */
export function remoteLog({ logging }: Pick<Container, 'logging'>): RemoteLog | undefined {
  const driver = logging?.driver?.known?.toLowerCase();
  if (!logging || !driver || !REMOTE.has(driver)) return undefined;
  const address = logging.options.find((o) => o.name === ADDRESS[driver])?.value;
  const text = address?.resolved ?? '';
  const defaultIsLocal = address === undefined && (driver === 'syslog' || driver === 'fluentd');
  return {
    driver,
    address,
    local: defaultIsLocal || /^unix(gram)?:/.test(text) || isOwnAddress(text),
  };
}

/** The value of a log option. */
export const logOption = ({ logging }: Pick<Container, 'logging'>, name: string): Value | undefined =>
  logging?.options.find((o) => o.name === name)?.value;

/** Where fixes put the certificate of the authority that vouches for the log server. */
export const LOG_CA: [name: string, value: string] = ['syslog-tls-ca-cert', '/etc/docker/log-ca.pem'];
