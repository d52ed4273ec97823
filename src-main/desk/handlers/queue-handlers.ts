import type { Handlers } from '../../../src-preload/contract/desk'
import type { Views } from '../views'

/** Commands of `queue`. */
export function queueHandlers(views: Views): Handlers['queue'] {
  return {
    page: ({ view, from, count }) => views.queuePage(view, from, count),
    search: ({ text, limit }) => views.search(text, limit),
    nextUnsent: ({ after }) => views.nextUnsent(after),
  }
}
