/**
 * Which images read a secret out of the file that `NAME_FILE` names: their start scripts, as each
 * image's manual says.
 */

const READERS: readonly [image: RegExp, name: RegExp][] = [
  [/^(?:postgres|postgis\/postgis|timescale\/timescaledb|pgvector\/pgvector)$/, /^POSTGRES_(?:PASSWORD|USER|DB)$/],
  [/^(?:mysql|percona)$/, /^MYSQL_(?:ROOT_)?PASSWORD$/],
  [/^mariadb$/, /^(?:MYSQL|MARIADB)_(?:ROOT_)?PASSWORD$/],
  [/^mongo$/, /^MONGO_INITDB_ROOT_(?:USERNAME|PASSWORD)$/],
  [/^mongo-express$/, /^ME_CONFIG_(?:BASICAUTH|MONGODB_ADMIN|MONGODB_AUTH)_\w+$/],
  [/^wordpress$/, /^WORDPRESS_\w+$/],
  [/^nextcloud$/, /^(?:MYSQL|POSTGRES|NEXTCLOUD_ADMIN|REDIS_HOST|SMTP)_PASSWORD$/],
  [/^redmine$/, /^REDMINE_\w+$/],
  [/^(?:bitnami|bitnamilegacy)\//, /./],
];

/** `image` as `dockerName` gives it. */
export const readsSecretFile = (image: string, name: string): boolean =>
  READERS.some(([images, names]) => images.test(image) && names.test(name));
