import type { Budget } from '../budget'
import type { AuthKey } from './auth-key'
import type { MessageIds } from './message-ids'
import { Session } from './session'

const MOST_LEFT = 4
const MOST_SESSIONS = 64
const MOST_UNUSED = 2000

/** All keys this data centre knows, and the sessions that use them. Survives going down and coming up. */
export class AuthKeys {
  private readonly keys = new Map<string, AuthKey>()
  private readonly sessions = new Map<string, Session>()

  constructor(
    private readonly messageIds: MessageIds,
    private readonly budget: Budget,
  ) {}

  get sessionCount(): number {
    return this.sessions.size
  }

  get all(): AuthKey[] {
    return [...this.keys.values()]
  }

  /** Strangers may make keys as they like; of those that nobody signed in with, only the newest are kept. */
  add(key: AuthKey): void {
    this.keys.set(key.id, key)
    if (this.keys.size % MOST_UNUSED !== 0) return
    const unused = this.all.filter(({ userId, temporary }) => userId === null && temporary?.boundTo == null)
    for (const { id } of unused.slice(0, -MOST_UNUSED)) this.forget(id)
  }

  find(keyId: string): AuthKey | undefined {
    return this.keys.get(keyId)
  }

  /** The client will get -404 with it and has to make another. */
  forget(keyId: string): void {
    this.keys.delete(keyId)
    for (const [name, session] of this.sessions) {
      if (session.key.id !== keyId) continue
      session.forget()
      this.sessions.delete(name)
    }
  }

  /** The key that says who is signed in: itself, or the permanent one a temporary key is bound to. */
  identity(key: AuthKey): AuthKey {
    if (key.temporary?.boundTo == null) return key
    return this.keys.get(key.temporary.boundTo) ?? key
  }

  session(key: AuthKey, sessionId: bigint): Session {
    const name = `${key.id}/${sessionId}`
    const known = this.sessions.get(name)
    if (known !== undefined) return known
    this.forgetLeft(key)
    const session = new Session(sessionId, key, this.messageIds, this.budget)
    this.sessions.set(name, session)
    return session
  }

  /** A client that begins anew leaves its old sessions behind; a few are kept, should it come back to them. */
  private forgetLeft(key: AuthKey): void {
    const all = [...this.sessions].filter(([, session]) => session.key === key)
    const left = all.filter(([, session]) => !session.isConnected).slice(0, -MOST_LEFT)
    // One socket may carry many sessions, but no honest client needs so many.
    for (const [name, session] of [...left, ...all.slice(0, -MOST_SESSIONS)]) {
      session.flush()
      session.forget()
      this.sessions.delete(name)
    }
  }

  /** Live sessions of a key or of the temporary ones bound to it. */
  sessionsOf(identity: AuthKey): Session[] {
    return [...this.sessions.values()].filter(
      (session) => session.isConnected && this.identity(session.key) === identity,
    )
  }

  /** @returns false if there was none. */
  destroySession(key: AuthKey, sessionId: bigint): boolean {
    const name = `${key.id}/${sessionId}`
    this.sessions.get(name)?.forget()
    return this.sessions.delete(name)
  }

  /** Sessions that want updates, with who is signed in on each; those without a socket will miss them. */
  *subscribers(): Generator<{
    readonly session: Session
    readonly userId: number
    readonly identity: AuthKey
  }> {
    for (const session of this.sessions.values()) {
      if (!session.wantsUpdates) continue
      const identity = this.identity(session.key)
      if (identity.userId !== null && identity.refusal === null)
        yield { session, userId: identity.userId, identity }
    }
  }

  /** Forgets sessions whose sockets are gone and which nobody will take up again. */
  closeAll(): void {
    for (const session of this.sessions.values()) session.close()
  }
}
