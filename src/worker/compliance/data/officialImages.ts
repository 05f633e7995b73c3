/**
 * Names without a slash that Docker Hub serves (its official images, past ones too): every other
 * such name is an image built here.
 */

const OFFICIAL = new Set(
  (
    'adminer aerospike almalinux alpine alt amazoncorretto amazonlinux api-firewall arangodb archlinux backdrop bash bonita buildpack-deps busybox ' +
    'caddy cassandra celery centos chronograf cirros clearlinux clefos clickhouse clojure composer consul convertigo couchbase couchdb crate crux ' +
    'dart debian django docker drupal eclipse-mosquitto eclipse-temurin eggdrop elasticsearch elixir emqx erlang express-gateway fedora flink fluentd ' +
    'friendica gazebo gcc geonetwork ghost golang gradle groovy haproxy haskell haxe hello-world hipache hitch httpd hylang ibmjava influxdb iojs irssi ' +
    'java jenkins jetty jobber joomla jruby julia kapacitor kibana kong krakend lightstreamer liquibase logstash mageia mariadb matomo maven mediawiki ' +
    'memcached mongo mongo-express monica mono mysql nats nats-streaming neo4j neurodebian nextcloud nginx node notary nuxeo odoo open-liberty openjdk ' +
    'opensuse oraclelinux orientdb owncloud percona perl photon php php-zendserver phpmyadmin piwik plone postfixadmin postgres pypy python r-base ' +
    'rabbitmq rails rakudo-star redis redmine registry rethinkdb rocket.chat rockylinux ros ruby rust sapmachine satosa silverpeas sl solr sonarqube ' +
    'sourcemage spark spiped storm swarm swift swipl teamspeak telegraf thrift tomcat tomee traefik ubuntu ubuntu-upstart unit varnish vault ' +
    'websphere-liberty wordpress xwiki yourls znc zookeeper'
  ).split(' '),
);

/** Docker Hub's owners are of letters, digits and hyphens. */
const OF_NO_OWNER = /^(?=[^/.:_]*_)[^/.:]+\//;

/** `name` as `dockerName` gives it. */
export const isBuiltHere = (name: string): boolean =>
  name.includes('/') ? OF_NO_OWNER.test(name) : !OFFICIAL.has(name);
