/** What an error may say in the log. */
export type ErrorFacts = Readonly<Record<string, string | number>>

/** Codes of the system and names of Telegram's errors: capitals, digits and low lines only. */
const plainCode = /^[A-Z][A-Z0-9_]{1,63}$/

/**
 * The facts of an error that are safe to log: its kind, codes and where it came from. Never its message,
 * which may quote what a customer wrote (JSON.parse does), nor a path.
 */
export function factsOfError(error: unknown): ErrorFacts {
  if (!(error instanceof Error)) return error === undefined ? {} : { thrown: typeof error }
  const facts: Record<string, string | number> = { error: error.name }
  for (const key of ['code', 'syscall', 'errorMessage'] as const) {
    const value = (error as { [key: string]: unknown } & Error)[key]
    if (typeof value === 'number') facts[key] = value
    if (typeof value === 'string' && (plainCode.test(value) || key === 'syscall')) facts[key] = value
  }
  const frames = framesOf(error)
  if (frames !== '') facts.stack = frames
  if (error.cause instanceof Error) facts.cause = JSON.stringify(factsOfError(error.cause))
  return facts
}

/** The frames of a stack without the message before them, which may itself look like frames. */
function framesOf({ name, message, stack = '' }: Error): string {
  const head = message === '' ? name : `${name}: ${message}`
  if (!stack.startsWith(head)) return ''
  return stack
    .slice(head.length)
    .split('\n')
    .map((line) => line.trim().replace(/\(?[^\s()]*[/\\]([^/\\]+:\d+:\d+)\)?$/, '$1'))
    .filter((line) => line !== '')
    .join(' < ')
}
