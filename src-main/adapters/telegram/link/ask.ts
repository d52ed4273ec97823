import type { Api } from 'telegram'

/** Asks Telegram one thing, with a deadline. See link/line.ts. */
export type Ask = <R extends Api.AnyRequest>(
  request: R,
  options?: { readonly deadlineMs?: number; readonly dcId?: number },
) => Promise<R['__response']>
