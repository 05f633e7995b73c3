/**
 * Whether a container is started by somebody in front of it, who works in its terminal or looks at
 * its windows, and not again without that person.
 */
import type { Container } from './container';

export const isAtDesk = ({ attended, environment, mounts, restart }: Container): boolean =>
  attended ||
  (restart === undefined &&
    (environment.some(({ name }) => /^(?:WAYLAND_)?DISPLAY$/.test(name)) ||
      mounts.some(({ target }) => target?.known === '/tmp/.X11-unix')));
