import type { SocketClass } from '../endpoint'
import { library } from '../library'

/** What a link wants to know of its sockets. */
export interface SocketWatch {
  dialled(socket: object): void
  heard(): void
  closed(socket: object): void
}

/**
 * The library's socket, watched. It tells a loss at once and in one place; the library's own events of it
 * come late, or not at all (telegram.md B.1, 5 and 6).
 */
export function watchedSocket(Base: SocketClass | null, watch: SocketWatch): SocketClass {
  const Socket = (Base ??
    library.extensions.PromisedNetSockets) as typeof library.extensions.PromisedNetSockets
  return class extends Socket {
    override async connect(port: number, ip: string): Promise<unknown> {
      watch.dialled(this)
      return super.connect(port, ip)
    }

    override async read(count: number): Promise<Buffer> {
      try {
        const bytes = await super.read(count)
        if (bytes.length > 0) watch.heard()
        return bytes
      } catch (error) {
        watch.closed(this)
        throw error
      }
    }

    override async close(): Promise<void> {
      watch.closed(this)
      await super.close()
    }
  }
}
