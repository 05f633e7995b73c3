/** Programs that collect what others write and send it on, by the last parts of their image's name. */
import { referenceOf } from './imageReference';
import type { Value } from './value';

const AGENT =
  /(^|\/)((aws-for-)?fluent-bit|fluentd|vector|filebeat|elastic-agent|promtail|alloy|logstash|syslog-ng|rsyslog|logspout|opentelemetry-collector[\w-]*|otel-collector|(datadog|grafana)\/agent)$/;

export const isLogAgent = (image: Value | undefined): boolean =>
  image !== undefined && AGENT.test(referenceOf(image).path ?? '');
