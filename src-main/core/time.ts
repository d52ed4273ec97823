import type { Iso } from './conversation/message'

/** A time of the journal in epoch ms. */
export function ms(at: Iso): number {
  return Date.parse(at)
}

/** Epoch ms as a time of the journal. */
export function iso(at: number): Iso {
  return new Date(at).toISOString()
}
