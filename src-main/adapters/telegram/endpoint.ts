import type { TelegramClient } from 'telegram'

/** The class the library opens sockets with. */
export type SocketClass = NonNullable<ConstructorParameters<typeof TelegramClient>[3]['networkSocket']>

/**
 * Another Telegram than the real one. Only the composition roots of tests and demo give it; what redirects
 * sockets and adds keys lives with them, so that a release bundle does not contain it (telegram.md 0.3).
 */
export interface Endpoint {
  readonly dcId: number
  /** Runs once after the library is loaded and before the first client is made. */
  prepare(library: typeof import('telegram')): SocketClass
}
