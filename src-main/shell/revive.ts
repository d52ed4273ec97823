import type { WebContents } from 'electron'
import type { Log } from '../core/ports'

/** Two crashes within this time are one cause: loading once more would not help. */
const sameCauseMs = 60_000

/** What happens around a crash of the page. */
export interface ReviveOptions {
  readonly now: () => number
  readonly log: Log
  /** The page is back: say so in the window. Nothing was lost, all of it is in main. */
  readonly revived: () => void
  /** It crashed again at once: the person decides. */
  readonly gaveUp: () => void
}

/**
 * Loads the page once more when its process crashed. Main, where the desk lives, is not touched by that.
 *
 * ```ts
 * reviveWindow(window.webContents, { now: () => clock.now(), log, revived, gaveUp })
 * ```
 */
export function reviveWindow(
  contents: Pick<WebContents, 'on' | 'once' | 'reload'>,
  { now, log, revived, gaveUp }: ReviveOptions,
): void {
  let lastAt = Number.NEGATIVE_INFINITY
  contents.on('render-process-gone', (_, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    log.warn('The process of the window is gone.', { reason, exitCode })
    const isAgain = now() - lastAt < sameCauseMs
    lastAt = now()
    if (isAgain) return gaveUp()
    contents.once('did-finish-load', revived)
    contents.reload()
  })
}
