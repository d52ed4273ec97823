import type { Api, Logger, TelegramClient } from 'telegram'
import type { SocketClass } from './endpoint'
import { library } from './library'

/** The library keeps a port in 15 bits, and cannot keep the session at all with a higher one (telegram.md A.2). */
const mostPort = 32_767

/** The library would write to the console, texts and phones included (telegram.md B.7). */
function quietLogger(): Logger {
  const logger = new library.Logger()
  logger._log = () => {}
  return logger
}

/** What the makers of a client need of it. */
export interface ClientWatch {
  /** Every container pushed, and every result that is one, in the order they came in. */
  updates(updates: Api.TypeUpdates): void
  /** The library is about to talk to another data centre, so the next socket is the main one. */
  movesTo(dcId: number): void
  /** Telegram knows the key no more (transport error -404; telegram.md B.1, 6). */
  keyForgotten(): void
}

/** A client, and its session as text. */
export interface MadeClient {
  readonly client: TelegramClient
  /** Empty while there is no key. Full access to the account: only for the keyring (telegram.md B.7). */
  sessionText(): string
}

/**
 * Makes a client for one life of the link. It does not reconnect by itself, because its own reconnecting is
 * silent about attempts, resends what should be decided above, and may hang: the link makes a new one instead.
 *
 * @param dcId where a session that is still empty begins; only an endpoint of tests asks for one.
 */
export function makeClient(
  sessionText: string,
  api: { readonly id: number; readonly hash: string },
  watch: ClientWatch,
  socket: SocketClass,
  dcId: number | null,
): MadeClient {
  const session = new library.sessions.StringSession(sessionText)
  if (sessionText === '' && dcId !== null) session.setDC(dcId, `127.0.0.${dcId}`, 443)
  const setDC = session.setDC.bind(session)
  session.setDC = (to, address, port) => {
    if (session.dcId !== 0 && to !== session.dcId) watch.movesTo(to)
    setDC(to, address, port > mostPort ? 443 : port)
  }
  const setAuthKey = session.setAuthKey.bind(session)
  session.setAuthKey = (key, of) => {
    if (key === undefined && (of === undefined || of === session.dcId)) watch.keyForgotten()
    setAuthKey(key, of)
  }
  // People and groups are remembered in the desk's words; the library's own memory of them would only grow.
  session.processEntities = () => {}

  const client = new library.TelegramClient(session, api.id, api.hash, {
    networkSocket: socket,
    baseLogger: quietLogger(),
    securityChecks: true,
    autoReconnect: false,
    connectionRetries: 1,
    requestRetries: 2,
    floodSleepThreshold: 0,
    timeout: 8,
    deviceModel: 'Topicdesk',
    appVersion: '1',
    entityCache: false,
  })
  // The library's own update state is not kept and not provable; ours goes with the journal (telegram.md B.2).
  const updates = client.updateManager
  updates.onUpdates = (pushed) => watch.updates(pushed as Api.TypeUpdates)
  updates.ensureState = async () => {}
  updates.catchUp = async () => {}
  updates.recoverIfStale = async () => {}
  updates.applyAffected = () => {}
  return { client, sessionText: () => session.save() }
}
