/** Which variables of the environment switch a web framework's debugger on. */

/** Whether a program takes it for on; Flask takes all but these for it. */
const isOn = (value: string): boolean => !/^(?:|0|false|no|off|none)$/i.test(value.trim());

const SWITCH = /^(?:FLASK|DJANGO|QUART)_DEBUG$/;
const MODE = /^(?:FLASK|QUART)_ENV$/;

/** @param value undefined: unknown */
export const switchesDebugOn = (name: string, value: string | undefined): boolean =>
  value !== undefined &&
  !/[${]/.test(value) &&
  (SWITCH.test(name) ? isOn(value) : MODE.test(name) && value.trim().toLowerCase() === 'development');
