import type { EncodeOptions, Level } from '../../protocol/symbol';

/**
 * Options for a payload whose own standard may demand a level: then it is that one, neither weaker
 * nor stronger.
 */
export const withDemandedLevel = (
  level: Level | undefined,
  options: EncodeOptions | undefined,
): EncodeOptions | undefined => (level ? { ...options, level, boostLevel: false } : options);
