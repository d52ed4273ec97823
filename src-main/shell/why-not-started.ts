/** What a failure tells of itself: a system error names its code and mostly the file. */
interface Facts {
  readonly name?: unknown
  readonly code?: unknown
  readonly path?: unknown
}

/**
 * Why Topicdesk could not start, for a box: what happened, what that means for the person's work, and what to do. Only
 * system errors are quoted, by code and path; the text of any other may hold what a customer wrote.
 */
export function whyNotStarted(error: unknown): string {
  const { name, code, path } = (typeof error === 'object' && error !== null ? error : {}) as Facts
  const where = typeof path === 'string' ? `\n\n${path}` : ''
  const what = whatHappened(String(code ?? name ?? 'unknown'))
  return `${what}${where}\n\nNothing that was kept is lost. Start Topicdesk again when this is mended; its log, logs/desk.log in the profile’s folder, may say more.`
}

function whatHappened(code: string): string {
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'The profile’s folder cannot be written to. Give yourself the right to write there.'
    case 'ENOSPC':
    case 'EDQUOT':
      return 'The disk is full. Make room on it.'
    default:
      return `Something went wrong at the start (${code}).`
  }
}
