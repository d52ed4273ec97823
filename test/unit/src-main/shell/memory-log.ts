import type { Log } from '../../../../src-main/core/ports'

/** A log that can be read back. */
export function memoryLog(): Log & { readonly lines: string[] } {
  const lines: string[] = []
  const keep = (level: string, what: string, more: unknown) =>
    void lines.push(
      `${level} ${what} ${more instanceof Error ? `${more.message} ${more.stack}` : JSON.stringify(more ?? {})}`,
    )
  return {
    lines,
    info: (what, facts) => keep('info', what, facts),
    warn: (what, facts) => keep('warn', what, facts),
    error: (what, error) => keep('error', what, error),
  }
}
