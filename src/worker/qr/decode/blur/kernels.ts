/**
 * What blurs pictures, and how much of each frequency it leaves (the kernel's transform, which is
 * real, for all of them look the same from both sides).
 */

export type Kernel =
  /** A lens out of focus: radius in pixels. */
  | { kind: 'disc'; size: number }
  /** Many small causes: deviation in pixels. */
  | { kind: 'soft'; size: number }
  /** A hand that moves: length in pixels, and radians from the x axis. */
  | { kind: 'moved'; size: number; angle: number };

const ANGLES = 18;

const sizes = (least: number, most: number, factor: number): number[] =>
  Array.from({ length: Math.ceil(Math.log(most / least) / Math.log(factor)) }, (_, i) => least * factor ** i);

/** Those that a picture is compared with. */
export const kernels: readonly Kernel[] = [
  ...sizes(1.2, 11, 1.06).map((size): Kernel => ({ kind: 'disc', size })),
  ...sizes(0.6, 6, 1.08).map((size): Kernel => ({ kind: 'soft', size })),
  ...sizes(3, 24, 1.09).flatMap((size) =>
    Array.from({ length: ANGLES }, (_, i): Kernel => ({ kind: 'moved', size, angle: (i * Math.PI) / ANGLES })),
  ),
];

/** What the kernel makes of a wave of so many turns a pixel in x and y: 1 leaves it as it is. */
export function leftBy(kernel: Kernel): (fx: number, fy: number) => number {
  const { size } = kernel;
  if (kernel.kind === 'soft') {
    const factor = -2 * (Math.PI * size) ** 2;
    return (fx, fy) => Math.exp(factor * (fx * fx + fy * fy));
  }
  if (kernel.kind === 'disc') return (fx, fy) => ofDisc(2 * Math.PI * size * Math.sqrt(fx * fx + fy * fy));
  const [cos, sin] = [Math.PI * size * Math.cos(kernel.angle), Math.PI * size * Math.sin(kernel.angle)];
  return (fx, fy) => {
    const x = cos * fx + sin * fy;
    return x > -1e-6 && x < 1e-6 ? 1 : Math.sin(x) / x;
  };
}

const DISC_STEP = 1 / 16;
const DISC_POINTS = 48;
let discTable: Float64Array | undefined;

/** 2 J1(x) / x of Bessel's function, between the places of a table; 0 beyond it. */
function ofDisc(x: number): number {
  discTable ??= Float64Array.from({ length: 1 << 10 }, (_, i) => {
    let sum = 0;
    for (let k = 0; k < DISC_POINTS; k++) {
      const angle = (Math.PI * (k + 0.5)) / DISC_POINTS;
      sum += Math.cos(i * DISC_STEP * Math.cos(angle)) * Math.sin(angle) ** 2;
    }
    return (2 * sum) / DISC_POINTS;
  });
  const at = x / DISC_STEP;
  const i = at | 0;
  if (i >= discTable.length - 1) return 0;
  return discTable[i]! + (discTable[i + 1]! - discTable[i]!) * (at - i);
}
