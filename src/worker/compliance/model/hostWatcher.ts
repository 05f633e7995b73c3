/** Whether an image is there to watch the host: it measures it, or collects its logs. */
import { referenceOf } from './imageReference';
import type { Value } from './value';

const WATCHES =
  /(?:^|[/_-])(?:node-exporter|cadvisor|netdata|datadog|promtail|fluentd|fluent-bit|filebeat|metricbeat|vector|alloy|telegraf|glances|zabbix-agent2?|dozzle|agent)(?:$|[_-])/;

export const watchesHost = (image: Value | undefined): boolean =>
  WATCHES.test((image && referenceOf(image).path) ?? '');
