/**
 * A container as a compose service or a `docker run` line asks for it: the one shape that the rules
 * of the RUN, NET, SEC and LOG areas judge.
 */
import type { ContainerWriter } from './containerWriter';
import type { Mount } from './mount';
import type { Edit, Place, Value } from './value';

/**
 * A published port, in either form. Host address and ports are undefined when not written; `known`
 * of each may be undefined when a variable hides it.
 */
export interface PublishedPort {
  /** The whole entry as written. */
  entry: Value;
  /** `0.0.0.0`, `::1` … without brackets; undefined: all interfaces. */
  hostAddress: Value | undefined;
  /** Undefined: a random port. A single port has first === last. */
  hostPorts: Value<PortRange> | undefined;
  containerPorts: Value<PortRange>;
  protocol: 'tcp' | 'udp' | 'sctp' | 'unknown';
  /** Compose's map form: each part has its own place. */
  long?: boolean;
}

export interface PortRange {
  first: number;
  last: number;
}

/** A network that a container is attached to. */
export interface NetworkUse {
  /** Where it is named; the container's anchor for the default network. */
  name: Value;
  /** Tells the compose file it belongs to from others in the same document. */
  project: string;
  /** Its key under `networks`, where it is defined in this file. */
  definition: Place | undefined;
  /** The host's own, under whatever name. */
  host: boolean;
  /** True: no way out; undefined: defined elsewhere. */
  internal: boolean | undefined;
  /** Address that ports of its containers are published on when they name none. */
  hostBinding: string | undefined;
  /** Takes the way out from this network; undefined when it cannot be written here. */
  makeInternal: Edit[] | undefined;
}

/** `KEY=value`; `value` undefined: taken over from the outside (`-e KEY`), its text is unknown. */
export interface EnvironmentEntry {
  name: string;
  value: Value | undefined;
  place: Place;
}

export interface Limit {
  /** Bytes, cpus or processes; `Infinity`: written, but means no limit (0, -1, empty). */
  amount: Value<number>;
  /** The key or option it came from: `mem_limit`, `deploy.resources.limits.memory`, `--memory`. */
  from: string;
}

export interface Healthcheck {
  place: Place;
  /** `NONE`, `disable: true`, `--no-healthcheck`. */
  disabled: boolean;
  test: Value | undefined;
  /** All of compose's `test`, `CMD` or `CMD-SHELL` included. */
  words?: Value[];
}

export interface Logging {
  place: Place;
  driver: Value | undefined;
  options: { name: string; value: Value; place: Place }[];
}

/** A place that settings of a container come from. */
export interface Source {
  /** What a reader is led to: `&name` of an anchor, the key of a service. */
  at: Place;
  /** All that stands there. */
  content: Place;
}

export interface Container {
  origin: 'compose' | 'run';
  /** `docker`, `podman` or `nerdctl`; undefined for compose. */
  engine: string | undefined;
  /** Name of the service, or of `--name`. */
  name: string | undefined;
  /** Where a missing setting is reported: the service's key, or the word `run`/`create`. */
  anchor: Place;
  /** Other places the settings come from: anchors, extended services, overrides. */
  sources: Source[];
  /**
   * False when settings may stand where we cannot see them (T9, T10, T19): nothing may be called
   * missing then.
   */
  complete: boolean;
  /**
   * False for one-shot jobs, `docker run -it --rm`, `scale: 0`, debug profiles (T11): no restart,
   * health or rotation findings.
   */
  server: boolean;
  /**
   * Somebody sits at its terminal or in the folder that it works in, and it goes when they leave:
   * `docker run -it --rm`, `docker run --rm -v "$PWD:/src"`.
   */
  attended: boolean;
  /**
   * True: outlives the script that starts it, as a restart policy, a removed predecessor or another
   * host says.
   */
  stays: boolean;
  /** True: of a CI job's or a test script's own, and ends with it. */
  ofJob: boolean;
  /** True when the image is built here and `image` only names the result. */
  built: boolean;
  /**
   * Address of the Dockerfile the image is built from, and its target stage, when that is known.
   */
  dockerfile: { uri: string; target: string | undefined; args: Record<string, string | undefined> } | undefined;
  /**
   * Rights the build itself asks for (`build.privileged`, `build.entitlements`, `build.network`)
   * and the arguments it is given.
   */
  build: {
    privileged: Value<boolean> | undefined;
    entitlements: Value[];
    network: Value | undefined;
    args: EnvironmentEntry[];
  };
  image: Value | undefined;
  platform: Value | undefined;
  user: Value | undefined;
  privileged: Value<boolean> | undefined;
  readOnly: Value<boolean> | undefined;
  /** As written; compare through `model/capability.ts`. */
  capAdd: Value[];
  capDrop: Value[];
  securityOpt: Value[];
  ports: PublishedPort[];
  /** `--publish-all`: a random port for each that the image declares, on all interfaces. */
  publishAll: Value<boolean> | undefined;
  /** `expose:` and `--expose`; publishes nothing. */
  exposed: Value<PortRange>[];
  mounts: Mount[];
  /** `network_mode` or `--network host|none|container:…`. */
  networkMode: Value | undefined;
  networks: Value[];
  /**
   * The networks with what their definitions say, `default` included; empty with a network mode and
   * for run lines.
   */
  networkUses: NetworkUse[];
  pid: Value | undefined;
  ipc: Value | undefined;
  uts: Value | undefined;
  userns: Value | undefined;
  cgroup: Value | undefined;
  cgroupParent: Value | undefined;
  devices: Value[];
  deviceCgroupRules: Value[];
  /** `gpus`, `--gpus`, `deploy…devices` with capability gpu, `runtime: nvidia`. */
  gpus: Value | undefined;
  memory: Limit[];
  cpus: Limit[];
  pids: Limit[];
  /** `no`, `always`, `unless-stopped`, `on-failure[:n]`. */
  restart: Value | undefined;
  /** `restart` was worked out of `deploy.restart_policy` and cannot be rewritten as a text. */
  swarmRestart: boolean;
  /** Set up for work on its source (`develop`, a build target of that name), not for operation. */
  development: boolean;
  healthcheck: Healthcheck | undefined;
  logging: Logging | undefined;
  environment: EnvironmentEntry[];
  envFiles: Value[];
  /** `deploy.labels` of a swarm among them. */
  labels: EnvironmentEntry[];
  command: Value[];
  entrypoint: Value[];
  /** `post_start`, `pre_stop` hooks. */
  hooks: { place: Place; user: Value | undefined; privileged: Value<boolean> | undefined }[];
  /** `use_api_socket: true`. */
  apiSocket: Value<boolean> | undefined;
  writer: ContainerWriter;
}

/** A container with nothing set: readers fill in what they find. */
export function emptyContainer(origin: Container['origin'], anchor: Place, writer: ContainerWriter): Container {
  return {
    origin,
    engine: undefined,
    anchor,
    writer,
    name: undefined,
    sources: [],
    complete: true,
    server: true,
    attended: false,
    stays: true,
    ofJob: false,
    built: false,
    dockerfile: undefined,
    build: { privileged: undefined, entitlements: [], network: undefined, args: [] },
    image: undefined,
    platform: undefined,
    user: undefined,
    privileged: undefined,
    readOnly: undefined,
    capAdd: [],
    capDrop: [],
    securityOpt: [],
    ports: [],
    publishAll: undefined,
    exposed: [],
    mounts: [],
    networkMode: undefined,
    networks: [],
    networkUses: [],
    pid: undefined,
    ipc: undefined,
    uts: undefined,
    userns: undefined,
    cgroup: undefined,
    cgroupParent: undefined,
    devices: [],
    deviceCgroupRules: [],
    gpus: undefined,
    memory: [],
    cpus: [],
    pids: [],
    restart: undefined,
    swarmRestart: false,
    development: false,
    healthcheck: undefined,
    logging: undefined,
    environment: [],
    envFiles: [],
    labels: [],
    command: [],
    entrypoint: [],
    hooks: [],
    apiSocket: undefined,
  };
}
