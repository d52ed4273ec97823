import { factsOfError } from '../../../../src-main/adapters/log/facts-of-error'
import type { Log } from '../../../../src-main/core/ports'

/** A log that can be read back; of errors it keeps what the real one keeps. */
export function memoryLog(): Log & { readonly lines: string[] } {
  const lines: string[] = []
  const keep = (level: string, what: string, facts: unknown) =>
    void lines.push(`${level} ${what} ${JSON.stringify(facts ?? {})}`)
  return {
    lines,
    info: (what, facts) => keep('info', what, facts),
    warn: (what, facts) => keep('warn', what, facts),
    error: (what, error) => keep('error', what, factsOfError(error)),
  }
}
