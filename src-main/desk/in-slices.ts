/** Longest stretch of work at a time, ms: less than a frame, so that nobody notices it. */
const sliceMs = 8

/** Does work that gives way after each small step, leaving everyone else their turn every few milliseconds. */
export async function inSlices(work: Iterator<unknown>): Promise<void> {
  for (;;) {
    const end = performance.now() + sliceMs
    while (performance.now() < end) if (work.next().done) return
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
}
