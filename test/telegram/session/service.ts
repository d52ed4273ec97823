import { TlReader } from '../tl/reader'
import type { AuthKeys } from './auth-keys'
import type { Connection } from './connection'
import type { Frame } from './envelope'
import * as message from './service-messages'
import type { Session } from './session'

const SALT_SECONDS = 3600
const MOST_SALTS = 64

/** What service messages touch besides their session. */
export interface ServiceHost {
  readonly keys: AuthKeys
  wireNow(): number
  /** The switchboard may swallow pongs. */
  answersPings(): boolean
}

/**
 * Answers the protocol's own messages (core.telegram.org/mtproto/service_messages).
 *
 * @returns false if this is none of them but a call of the API.
 * @throws TlError if it is one, and broken.
 */
export function serve(host: ServiceHost, connection: Connection, session: Session, frame: Frame): boolean {
  const reader = new TlReader(frame.body)
  const answer = (body: Buffer, isContent = false) => session.post(body, { kind: 'answer', isContent })
  switch (reader.uint()) {
    case message.MSGS_ACK:
      for (const messageId of longs(reader)) session.wasAcknowledged(messageId)
      return true
    case message.PING:
      if (host.answersPings()) answer(message.pong(frame.messageId, reader.int64()))
      return true
    case message.PING_DELAY_DISCONNECT: {
      const pingId = reader.int64()
      connection.disconnectAfter(reader.int())
      if (host.answersPings()) answer(message.pong(frame.messageId, pingId))
      return true
    }
    case message.GET_FUTURE_SALTS: {
      const now = Math.floor(host.wireNow() / 1000)
      answer(message.futureSalts(frame.messageId, now, salts(session.key.salt, now, reader.int())))
      return true
    }
    case message.MSGS_STATE_REQ: {
      const states = longs(reader).map((messageId) => (session.received.has(messageId) ? 4 : 1))
      answer(message.msgsStateInfo(frame.messageId, Buffer.from(states)))
      return true
    }
    case message.MSG_RESEND_REQ: {
      const states = longs(reader).map((messageId) => (session.resend(messageId) ? 4 : 1))
      answer(message.msgsStateInfo(frame.messageId, Buffer.from(states)))
      return true
    }
    case message.RPC_DROP_ANSWER: {
      const state = session.running.has(reader.int64()) ? 'running' : 'unknown'
      answer(message.rpcDropAnswer(frame.messageId, state), true)
      return true
    }
    case message.DESTROY_SESSION: {
      const sessionId = reader.int64()
      const wasThere = sessionId !== session.id && host.keys.destroySession(session.key, sessionId)
      answer(message.destroySession(sessionId, wasThere))
      return true
    }
    case message.DESTROY_AUTH_KEY:
      answer(message.destroyAuthKeyOk(frame.messageId), true)
      session.flush()
      host.keys.forget(session.key.id)
      return true
    case message.MSGS_STATE_INFO:
    case message.MSGS_ALL_INFO:
    case message.HTTP_WAIT:
      return true
    default:
      return false
  }
}

function longs(reader: TlReader): bigint[] {
  reader.uint()
  const count = reader.int()
  return Array.from({ length: Math.min(count, reader.left / 8) }, () => reader.int64())
}

/** The salt never changes by itself here, so the future looks like the present. */
function salts(salt: bigint, now: number, wanted: number) {
  const count = Math.max(1, Math.min(wanted, MOST_SALTS))
  return Array.from({ length: count }, (_, i) => ({
    since: now + i * SALT_SECONDS,
    until: now + (i + 1) * SALT_SECONDS,
    salt,
  }))
}
