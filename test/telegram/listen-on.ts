import { randomInt } from 'node:crypto'
import type { Server } from 'node:net'

/** Some clients keep the port of another data centre in a signed field of 16 bits: it must not be higher. */
const LOWEST = 20_000
const HIGHEST = 32_767
const MOST_TRIES = 50

/** Listens on a port, or on any free one for 0. @returns the port. */
export async function listenOn(
  server: Server,
  address: { readonly host: string; readonly port: number },
): Promise<number> {
  if (address.port !== 0) return listen(server, address.port, address.host)
  for (let tries = 1; ; tries++) {
    try {
      return await listen(server, randomInt(LOWEST, HIGHEST + 1), address.host)
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
      if (!isTaken || tries === MOST_TRIES) throw error
    }
  }
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve(port)
    })
  })
}
