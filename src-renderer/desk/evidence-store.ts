import { create } from 'zustand'
import type { EvidenceView } from '../../src-preload/contract/evidence'
import { follow } from './follow'

/** The proof that nothing was lost; null until the desk has given it. */
export const useEvidence = create<{ readonly evidence: EvidenceView | null }>(() => ({ evidence: null }))

/** Takes over an answer that a command gave. */
export function keepEvidence(evidence: EvidenceView): void {
  useEvidence.setState({ evidence })
}

/** Listens, then fetches. Answers how to stop. */
export function followEvidence(): () => void {
  return follow('evidence-changed', () => window.desk.evidence.get(), keepEvidence)
}
