/** The frame header of a JPEG (ITU-T T.81 B.2.2). */

interface Component {
  id: number;
  horizontal: number;
  vertical: number;
  quantisation: number;
}

export interface Frame {
  progressive: boolean;
  width: number;
  height: number;
  /** Luminance first. */
  components: Component[];
}

/**
 * @param body what stands behind the length of an SOF segment
 * @param marker its marker, 0xc0 to 0xcf
 * @returns undefined for what the luminance reader leaves to others
 */
export function readFrame(body: Uint8Array, marker: number, isRgb: boolean): Frame | undefined {
  if (marker > 0xc2 || body[0] !== 8 || body.length < 6 + 3 * body[5]!) return undefined;
  const components = Array.from({ length: body[5]! }, (_, i) => {
    const [id, sampling, quantisation] = body.subarray(6 + 3 * i, 9 + 3 * i) as unknown as [number, number, number];
    return { id, horizontal: sampling >> 4, vertical: sampling & 15, quantisation };
  });
  const frame = {
    progressive: marker === 0xc2,
    height: (body[1]! << 8) | body[2]!,
    width: (body[3]! << 8) | body[4]!,
    components,
  };
  return isPlain(frame, isRgb) ? frame : undefined;
}

/** Gray alone, or luminance first and not coarser than the colour after it. */
function isPlain({ components, width, height }: Frame, isRgb: boolean): boolean {
  const [first] = components;
  if (!first || !width || !height || (components.length !== 1 && components.length !== 3)) return false;
  if (components.length === 3 && (isRgb || hasRgbNames(components.map(({ id }) => id)))) return false;
  return components.every(
    ({ horizontal: h, vertical: v }) =>
      h >= 1 && v >= 1 && h <= first.horizontal && v <= first.vertical && h <= 4 && v <= 4,
  );
}

/** Whether an APP14 segment says that the components are not transformed. */
export const isAdobeRgb = (body: Uint8Array): boolean =>
  body.length >= 12 && String.fromCharCode(...body.subarray(0, 5)) === 'Adobe' && body[11] === 0;

/** Some writers name the components by their letters instead. */
export const hasRgbNames = (ids: readonly number[]): boolean => String.fromCharCode(...ids) === 'RGB';
