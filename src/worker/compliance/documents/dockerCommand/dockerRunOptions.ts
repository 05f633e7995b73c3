/**
 * The options of `run` and `create` of docker 28.2 (its own help), podman 5 and nerdctl 2 (their
 * manuals): which take a value. One table serves all three, since no option is a flag for one of
 * them and takes a value for another.
 */

const words = (text: string): string[] => text.trim().split(/\s+/);

/** Options that may stand alone; a value needs `=`. */
export const FLAGS: ReadonlySet<string> = new Set(
  words(`detach disable-content-trust help init interactive no-healthcheck oom-kill-disable privileged publish-all quiet read-only rm
    sig-proxy tty use-api-socket
    env-host http-proxy no-hostname no-hosts passwd read-only-tmpfs replace rmi rootfs tls-verify unsetenv-all`),
);

/** Options that take the next word, or what stands behind `=`. */
export const VALUED: ReadonlySet<string> = new Set(
  words(`add-host annotation attach blkio-weight blkio-weight-device cap-add cap-drop cgroup-parent cgroupns cidfile cpu-count cpu-percent
    cpu-period cpu-quota cpu-rt-period cpu-rt-runtime cpu-shares cpus cpuset-cpus cpuset-mems detach-keys device device-cgroup-rule
    device-read-bps device-read-iops device-write-bps device-write-iops dns dns-opt dns-option dns-search domainname entrypoint env env-file
    expose gpus group-add health-cmd health-interval health-retries health-start-interval health-start-period health-timeout hostname
    io-maxbandwidth io-maxiops ip ip6 ipc isolation kernel-memory label label-file link link-local-ip log-driver log-opt mac-address memory
    memory-reservation memory-swap memory-swappiness mount name net net-alias network network-alias oom-score-adj pid pids-limit platform
    publish pull restart runtime security-opt shm-size stop-signal stop-timeout storage-opt sysctl tmpfs ulimit user userns uts volume
    volume-driver volumes-from workdir
    arch authfile cert-dir cgroup-conf cgroups chrootdirs conmon-pidfile creds decryption-key env-merge gidmap group-entry
    health-log-destination health-max-log-count health-max-log-size health-on-failure health-startup-cmd health-startup-interval
    health-startup-retries health-startup-success health-startup-timeout hostuser image-volume init-ctr init-path intel-rdt-l3-cbm os
    passwd-entry personality pod pod-id-file preserve-fd preserve-fds rdt-class requires retry retry-delay sdnotify seccomp-policy secret
    shm-size-systemd subgidname subuidname systemd timeout tz uidmap umask unsetenv variant
    cosign-certificate-identity cosign-certificate-identity-regexp cosign-certificate-oidc-issuer cosign-certificate-oidc-issuer-regexp
    cosign-key ipfs-address pidfile verify`),
);

/** One letter → the option's long name. */
export const SHORT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: 'attach',
    c: 'cpu-shares',
    d: 'detach',
    e: 'env',
    h: 'hostname',
    i: 'interactive',
    l: 'label',
    m: 'memory',
    P: 'publish-all',
    p: 'publish',
    q: 'quiet',
    t: 'tty',
    u: 'user',
    v: 'volume',
    w: 'workdir',
  }),
);

/** Other spellings of one option. */
export const ALIASES: ReadonlyMap<string, string> = new Map(
  Object.entries({ net: 'network', 'net-alias': 'network-alias', 'dns-opt': 'dns-option' }),
);

export const ENGINES: ReadonlySet<string> = new Set(['docker', 'podman', 'nerdctl']);

/** Options in front of the subcommand that take the next word. */
export const GLOBAL_VALUED: ReadonlySet<string> = new Set(
  words(`--config -c --context -H --host -l --log-level --tlscacert --tlscert --tlskey
    --cgroup-manager --conmon --connection --events-backend --hooks-dir --identity --imagestore --module --network-cmd-path
    --network-config-dir --out --root --runroot --runtime --runtime-flag --ssh --storage-driver --storage-opt --tmpdir --url --volumepath
    -n --namespace -a --address --cgroup-manager --cni-netconfpath --cni-path --data-root --hosts-dir --snapshotter --host-gateway-ip`),
);
