/** Whether a picture file is there to its end. */

/** JPEG's EOI marker (ITU-T T.81 B.1.1.3); the type of PNG's last chunk. */
const ENDS = { jpeg: [0xff, 0xd9], png: [0x49, 0x45, 0x4e, 0x44] } as const;
/** Some programs write a little behind the end. */
const BEHIND = 1024;

/** False for a file that was cut off; also for one with much behind its end, which is then read the longer way. */
export function endsWell(bytes: Uint8Array, type: keyof typeof ENDS): boolean {
  const end = ENDS[type];
  const tail = bytes.subarray(Math.max(0, bytes.length - BEHIND));
  for (let i = tail.length - end.length; i >= 0; i--) if (end.every((byte, j) => tail[i + j] === byte)) return true;
  return false;
}
