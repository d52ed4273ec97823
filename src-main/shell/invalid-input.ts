import type { core, ZodError } from 'zod'
import { Refusal } from '../core/refusal'

/**
 * The first thing wrong with an input, as a refusal that names its field: `text`, or `entities.3.url`.
 * No value of the input is repeated, because it may be a code or a password.
 */
export function invalidInput(error: ZodError): Refusal {
  const [issue] = error.issues
  const field = issue?.path.map(String).join('.')
  return new Refusal('invalid-input', issue?.message ?? 'This cannot be read.', field ? { field } : {})
}

/** Words for what zod found, where the contract's schema brings none of its own. */
export function plainSentence(issue: core.$ZodRawIssue): string {
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
