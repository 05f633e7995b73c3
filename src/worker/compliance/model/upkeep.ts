/**
 * Commands that set a machine up or mend it, which is what root is for: packages, owners, files,
 * builds, a shell to look around.
 */
const SHELL_IN_FRONT = /^(?:\S*\/)?(?:ba|da|a|z)?sh\s+(?:-\w+\s+)*?-\w*c\s+/;
const STEP_IN_FRONT = /^(?:(?:cd\s+\S+|set\s+-\w+)\s*(?:&&|;)\s*|[A-Z_]+=\S*\s+)+/;
const UPKEEP =
  /^(?:\S*\/)?(?:apk|apt|apt-get|yum|dnf|microdnf|zypper|pacman|pip3?|npm|chown|chmod|chgrp|mkdir|rm|cp|mv|ln|tar|sed|touch|useradd|adduser|groupadd|addgroup|usermod|passwd|chpasswd|update-ca-certificates|git|cmake|make)(?:\s|$)/;
const SHELL = /^(?:\S*\/)?(?:ba|da|a|z)?sh(?:\s+-\w+)*$/;

/** `command`: its words side by side. */
export function isUpkeep(command: string): boolean {
  const text = command.slice(0, 1000).trim();
  const inner = text.replace(SHELL_IN_FRONT, '').trim().replace(STEP_IN_FRONT, '');
  return SHELL.test(text) || UPKEEP.test(inner);
}
