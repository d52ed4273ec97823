import { gzipSync } from 'node:zlib'
import { TlWriter } from '../tl/writer'
import { type Frame, frameBytes } from './envelope'

/**
 * The protocol's own messages (core.telegram.org/mtproto/service_messages), by
 * hand: containers, results and salts are bare in places, which codecs get wrong.
 */
export const MSG_CONTAINER = 0x73f1f8dc
export const MSGS_ACK = 0x62d6b459
export const GZIP_PACKED = 0x3072cfa1
export const PING = 0x7abe77ec
export const PING_DELAY_DISCONNECT = 0xf3427b8c
export const GET_FUTURE_SALTS = 0xb921bd04
export const MSGS_STATE_REQ = 0xda69fb52
export const MSG_RESEND_REQ = 0x7d861a08
export const MSGS_STATE_INFO = 0x04deb57d
export const MSGS_ALL_INFO = 0x8cc0d131
export const HTTP_WAIT = 0x9299359f
export const RPC_DROP_ANSWER = 0x58e4a740
export const DESTROY_SESSION = 0xe7512126
export const DESTROY_AUTH_KEY = 0xd1435160

/** What is answered by the protocol itself; everything else is a call of the API. */
export const SERVICE_MESSAGES: ReadonlySet<number> = new Set([
  ...[MSG_CONTAINER, MSGS_ACK, PING, PING_DELAY_DISCONNECT, GET_FUTURE_SALTS, MSGS_STATE_REQ],
  ...[MSG_RESEND_REQ, MSGS_STATE_INFO, MSGS_ALL_INFO, HTTP_WAIT, RPC_DROP_ANSWER],
  ...[DESTROY_SESSION, DESTROY_AUTH_KEY],
])

const VECTOR = 0x1cb5c415
/** Smaller results are not worth packing. */
const GZIP_FROM = 512

export function container(frames: readonly Frame[]): Buffer {
  const writer = new TlWriter().uint(MSG_CONTAINER).int(frames.length)
  for (const frame of frames) writer.raw(frameBytes(frame))
  return writer.done()
}

export function msgsAck(messageIds: readonly bigint[]): Buffer {
  const writer = new TlWriter().uint(MSGS_ACK).uint(VECTOR).int(messageIds.length)
  for (const messageId of messageIds) writer.int64(messageId)
  return writer.done()
}

export function pong(messageId: bigint, pingId: bigint): Buffer {
  return new TlWriter().uint(0x347773c5).int64(messageId).int64(pingId).done()
}

/** A bare vector of bare salts: no constructor ids inside (core.telegram.org/mtproto/service_messages#request-for-several-future-salts). */
export function futureSalts(
  messageId: bigint,
  now: number,
  salts: readonly { readonly since: number; readonly until: number; readonly salt: bigint }[],
): Buffer {
  const writer = new TlWriter().uint(0xae500895).int64(messageId).int(now).int(salts.length)
  for (const { since, until, salt } of salts) writer.int(since).int(until).int64(salt)
  return writer.done()
}

export function newSessionCreated(firstMessageId: bigint, uniqueId: bigint, salt: bigint): Buffer {
  return new TlWriter().uint(0x9ec20908).int64(firstMessageId).int64(uniqueId).int64(salt).done()
}

/** core.telegram.org/mtproto/service_messages_about_messages#notice-of-ignored-error-message */
export function badMsgNotification(bad: Frame, code: number): Buffer {
  return new TlWriter().uint(0xa7eff811).int64(bad.messageId).int(bad.seqNo).int(code).done()
}

export function badServerSalt(bad: Frame, salt: bigint): Buffer {
  return new TlWriter().uint(0xedab447b).int64(bad.messageId).int(bad.seqNo).int(48).int64(salt).done()
}

export function msgsStateInfo(requestId: bigint, states: Buffer): Buffer {
  return new TlWriter().uint(MSGS_STATE_INFO).int64(requestId).blob(states).done()
}

/** Packs the result when that makes it shorter. */
export function rpcResult(messageId: bigint, result: Buffer): Buffer {
  const packed = result.length > GZIP_FROM ? gzipSync(result, { level: 1 }) : null
  const writer = new TlWriter().uint(0xf35c6d01).int64(messageId)
  if (packed === null || packed.length >= result.length) return writer.raw(result).done()
  return writer.uint(GZIP_PACKED).blob(packed).done()
}

export function rpcError(messageId: bigint, code: number, errorName: string): Buffer {
  return new TlWriter().uint(0xf35c6d01).int64(messageId).uint(0x2144ca19).int(code).string(errorName).done()
}

/** What became of a call whose answer is no longer wanted (core.telegram.org/mtproto/service_messages#cancellation-of-an-rpc-query). */
export function rpcDropAnswer(messageId: bigint, state: 'unknown' | 'running'): Buffer {
  const writer = new TlWriter().uint(0xf35c6d01).int64(messageId)
  return writer.uint(state === 'unknown' ? 0x5e2ad36e : 0xcd78e586).done()
}

export function destroySession(sessionId: bigint, wasThere: boolean): Buffer {
  return new TlWriter()
    .uint(wasThere ? 0xe22045fc : 0x62d350c9)
    .int64(sessionId)
    .done()
}

export function destroyAuthKeyOk(messageId: bigint): Buffer {
  return new TlWriter().uint(0xf35c6d01).int64(messageId).uint(0xf660e1d4).done()
}
