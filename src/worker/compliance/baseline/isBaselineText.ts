/** Whether a file may be overwritten by a baseline. */
import { TOOL_NAME } from '../../protocol/toolName';

const HEAD = new RegExp(
  String.raw`^\ufeff?\s*\{\s*"version"\s*:\s*\d+\s*,\s*"tool"\s*:\s*\{\s*"name"\s*:\s*"${TOOL_NAME}"`,
);

/** It is empty or begins as one, of whatever version and however damaged. */
export const isBaselineText = (text: string): boolean => text.trim() === '' || HEAD.test(text);
