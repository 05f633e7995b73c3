/**
 * Whether a container draws windows for somebody at the desk in front of it, and is not started
 * again without that person.
 */
import type { Container } from './container';

export const isAtDesk = ({ environment, mounts, restart }: Container): boolean =>
  restart === undefined &&
  (environment.some(({ name }) => /^(?:WAYLAND_)?DISPLAY$/.test(name)) ||
    mounts.some(({ target }) => target?.known === '/tmp/.X11-unix'));
