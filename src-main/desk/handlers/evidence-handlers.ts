import type { Handlers } from '../../../src-preload/contract/desk'
import type { Evidence } from '../evidence/evidence'

/** Commands of `evidence`. */
export function evidenceHandlers(evidence: Evidence): Handlers['evidence'] {
  return {
    get: () => evidence.view(),
    reconcile: ({ accountId, days }) => evidence.reconcile(accountId, days),
    stopReconciling: () => evidence.stopReconciling(),
  }
}
