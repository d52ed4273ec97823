import { Slices } from './slices'

/** Less than a frame, so that nobody notices it, ms. */
const sliceMs = 8

/** Does work that gives way after each small step, leaving everyone else their turn every few milliseconds. */
export async function inSlices(work: Iterator<unknown>): Promise<void> {
  const slices = new Slices(sliceMs)
  while (!work.next().done) await slices.rest()
}
