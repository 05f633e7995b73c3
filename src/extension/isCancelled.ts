/** Whether something ended because somebody cancelled it. */

/** Of the protocol, by the one who asked or the one who was asked; the name of VS Code's own error. */
const CANCELLED: readonly unknown[] = [-32800, -32802, 'Canceled'];

/** @param error an error, or anything else that was thrown */
export function isCancelled(error: unknown): boolean {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  return CANCELLED.includes(code ?? name);
}
