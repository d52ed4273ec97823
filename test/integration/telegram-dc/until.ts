/** Waits for something that comes over a socket. @throws if it does not come in time. */
export async function until(isSo: () => boolean, withinMs = 5_000): Promise<void> {
  for (let waitedMs = 0; !isSo(); waitedMs += 5) {
    if (waitedMs > withinMs) throw new Error(`waited ${withinMs} ms in vain`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
