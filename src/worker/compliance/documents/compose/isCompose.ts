/** Whether a text is a compose file: its first service says so by the names of its settings. */

const IMAGE =
  /^services:[ \t]*(?:#.*)?\r?\n(?:[ \t]*(?:#.*)?\r?\n)*[ \t]+[\w.-]+:[ \t]*(?:&\w+[ \t]*)?(?:#.*)?\r?\n(?:[ \t]+.*\r?\n){0,40}?[ \t]+(?:image|build):/m;
const SERVICES = /^services:[ \t]*(?:#.*)?\r?$/m;
const SERVICE = /^([ \t]+)["']?[\w.-]+["']?:[ \t]*(?:&[\w-]+[ \t]*)?(?:#.*)?$/;
const SETTING = /^([ \t]+)["']?([\w-]+|<<)["']?:(?:[ \t]|$)/;

/** Of a service (Compose specification); other formats have `services` at their top, too. */
const SETTINGS = new Set(
  `<< annotations attach blkio_config build cap_add cap_drop cgroup cgroup_parent command configs container_name cpu_count
    cpu_percent cpu_period cpu_quota cpu_rt_period cpu_rt_runtime cpu_shares cpus cpuset credential_spec depends_on deploy
    develop device_cgroup_rules devices dns dns_opt dns_search domainname entrypoint env_file environment expose extends
    external_links extra_hosts gpus group_add healthcheck hostname image init ipc isolation label_file labels links logging
    mac_address mem_limit mem_reservation mem_swappiness memswap_limit network_mode networks oom_kill_disable oom_score_adj
    pid pids_limit platform ports post_start pre_stop privileged profiles provider pull_policy read_only restart runtime
    scale secrets security_opt shm_size stdin_open stop_grace_period stop_signal storage_opt sysctls tmpfs tty ulimits
    use_api_socket user userns_mode uts volumes volumes_from working_dir`.split(/\s+/),
);
const MAX_LINES = 60;

/** With an image, or with settings of services alone: a part that is laid over others. */
export function isCompose(text: string): boolean {
  const head = SERVICES.exec(text);
  if (!head) return false;
  if (IMAGE.test(text)) return true;
  const lines = text
    .slice(head.index, head.index + 10_000)
    .split(/\r?\n/, MAX_LINES)
    .slice(1);
  const written = lines.filter((line) => !/^[ \t]*(?:#.*)?$/.test(line));
  const service = SERVICE.exec(written[0] ?? '')?.[1];
  const inner = SETTING.exec(written[1] ?? '')?.[1];
  if (service === undefined || inner === undefined || inner.length <= service.length) return false;
  const end = written.findIndex(
    (line, i) => i > 0 && !line.startsWith(`${service} `) && !line.startsWith(`${service}\t`),
  );
  const names = written
    .slice(1, end < 0 ? undefined : end)
    .flatMap((line) =>
      line.startsWith(inner) && /\S/.test(line[inner.length] ?? '') ? (SETTING.exec(line)?.[2] ?? '-') : [],
    );
  return names.every((name) => SETTINGS.has(name) || name === '-');
}
