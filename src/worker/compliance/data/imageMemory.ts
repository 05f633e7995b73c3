/**
 * Memory that well-known images need at least to serve at all; everything else starts with 256 MiB.
 * Read on 2026-11-25: docker-nexus3 `Dockerfile.java17` (heap 2703 MB from the start), GitLab's
 * `doc/install/requirements.md` (4 GB at the very least). As others quote them: Kafka's
 * `kafka-server-start.sh` (heap 1 GB), Keycloak's container guide (2 GB for small production). From
 * memory, 2026-01-15: the rest.
 */
import type { Value } from '../model/value';
import { imageName } from './knownImages';

const NEEDS: readonly [amount: string, names: string][] = [
  [
    '512m',
    'mysql mariadb mongo rabbitmq nextcloud wordpress ghost gitea/gitea minio/minio grafana/loki prom/prometheus redmine',
  ],
  [
    '1g',
    'jenkins/jenkins tomcat neo4j apache/airflow solr influxdb clickhouse/clickhouse-server docker.elastic.co/kibana/*',
  ],
  [
    '2g',
    `elasticsearch docker.elastic.co/elasticsearch/* opensearchproject/opensearch docker.elastic.co/logstash/* mcr.microsoft.com/mssql/*
     quay.io/keycloak/keycloak apache/kafka bitnami/kafka confluentinc/* cassandra`,
  ],
  ['4g', 'gitlab/gitlab-ce gitlab/gitlab-ee sonarqube sonatype/nexus3'],
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
