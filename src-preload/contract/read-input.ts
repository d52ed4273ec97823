import type { core, ZodError, ZodType } from 'zod'
import type { Outcome } from './outcome'

/**
 * Reads what someone sent as the input of a command, whatever way it came: the one place where that is checked.
 * The first thing wrong is refused with its field (`text`, `entities.3.url`) and a sentence. No value is repeated
 * in it, because it may be a code or a password.
 */
export function readInput<Input>(schema: ZodType<Input>, raw: unknown): Outcome<Input> {
  const read = schema.safeParse(raw, { error: sentence })
  return read.success ? { ok: true, value: read.data } : { ok: false, failure: failureOf(read.error) }
}

function failureOf(error: ZodError) {
  const [issue] = error.issues
  const field = issue?.path.map(String).join('.')
  const failure = { code: 'invalid-input', message: issue?.message ?? 'This cannot be read.' } as const
  return field ? { ...failure, field } : failure
}

/** Words for what zod found, where the schema brings none of its own. */
function sentence(issue: core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'string' && issue.minimum === 1) return 'Write something here.'
      return limit('at least', issue.minimum, issue.origin)
    case 'too_big':
      return limit('at most', issue.maximum, issue.origin)
    case 'invalid_type':
      return issue.input === undefined ? 'This is missing.' : 'This is not of the right kind.'
    case 'invalid_value':
      return 'This is not one of the choices.'
    case 'unrecognized_keys':
      return 'There is more here than was asked for.'
    default:
      return 'This cannot be read.'
  }
}

function limit(bound: 'at least' | 'at most', count: number | bigint, origin: string): string {
  if (origin === 'string') return `This can have ${bound} ${count} characters.`
  return origin === 'array' ? `This can have ${bound} ${count} entries.` : `This can be ${bound} ${count}.`
}
