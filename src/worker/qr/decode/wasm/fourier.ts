/** The Fourier transform, src/wasm/fourier.ts, which says what its functions do. */
import { fourierWasm } from './fourierWasm';
import { kernel } from './kernel';

type Plane = [re: number, im: number];

interface Exports {
  roomFor(height: number): number;
  columns(...from: [...Plane, width: number, height: number, waves: number, ...to: Plane, room: number]): void;
}

export const withFourier = kernel<Exports>(fourierWasm);
