/**
 * The grammar of Python, as far as it is used: a part of its own, loaded when the first such file
 * is judged.
 */
export { parser } from '@lezer/python';
