/** AssemblyScript, part of jpegScan: the components of a scan. */
import { tableAt } from './huffman';

/** Of each: blocks across and down in a unit, tables of DC and AC, the last DC coefficient. */
const SIZE: usize = 24;
const COMPONENTS: usize = memory.data(4 * 24, 16);

function componentAt(i: i32): usize {
  return COMPONENTS + <usize>i * SIZE;
}

/**
 * Describes component `i` of the next scan: how many blocks of it a unit has across and down, and
 * its tables.
 */
export function component(i: i32, across: i32, down: i32, dc: i32, ac: i32): void {
  const at = componentAt(i);
  store<i32>(at, across);
  store<i32>(at, down, 4);
  store<usize>(at, tableAt(dc), 8);
  store<usize>(at, tableAt(4 + ac), 12);
}

export function acrossOf(i: i32): i32 {
  return load<i32>(componentAt(i));
}

export function downOf(i: i32): i32 {
  return load<i32>(componentAt(i), 4);
}

export function dcTableOf(i: i32): usize {
  return load<usize>(componentAt(i), 8);
}

export function acTableOf(i: i32): usize {
  return load<usize>(componentAt(i), 12);
}

/** The DC coefficient of the component's block before, which the next one is told against. */
export function lastDc(i: i32): i32 {
  return load<i32>(componentAt(i), 16);
}

export function keepDc(i: i32, dc: i32): void {
  store<i32>(componentAt(i), dc, 16);
}
