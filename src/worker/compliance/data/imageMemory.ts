/** Memory that well-known images need at least to serve at all; everything else starts with 256 MiB. Source: each image's own manual; last gone through on 2026-01-15. */
import type { Value } from '../model/value';
import { imageName } from './knownImages';

const NEEDS: readonly [amount: string, names: string][] = [
  ['512m', 'mysql mariadb mongo rabbitmq nextcloud wordpress ghost gitea/gitea minio/minio grafana/loki prom/prometheus redmine'],
  [
    '1g',
    `jenkins/jenkins quay.io/keycloak/keycloak tomcat neo4j apache/kafka bitnami/kafka confluentinc/* apache/airflow cassandra
     sonatype/nexus3 solr influxdb clickhouse/clickhouse-server docker.elastic.co/kibana/*`,
  ],
  [
    '2g',
    'elasticsearch docker.elastic.co/elasticsearch/* opensearchproject/opensearch docker.elastic.co/logstash/* mcr.microsoft.com/mssql/*',
  ],
  ['4g', 'gitlab/gitlab-ce gitlab/gitlab-ee sonarqube'],
];
const EXACT = new Map<string, string>();
const PREFIXES: [prefix: string, amount: string][] = [];
for (const [amount, names] of NEEDS) {
  for (const name of names.split(/\s+/)) {
    if (name.endsWith('*')) PREFIXES.push([name.slice(0, -1), amount]);
    else EXACT.set(name, amount);
  }
}

/** As `mem_limit` takes it. */
export function memoryFor(image: Value | undefined): string {
  const name = imageName(image)?.name ?? '';
  return EXACT.get(name) ?? PREFIXES.find(([prefix]) => name.startsWith(prefix))?.[1] ?? '256m';
}
