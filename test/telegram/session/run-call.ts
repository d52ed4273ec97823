import { Api } from 'telegram'
import type { PartyRecord } from '../record'
import type { Desk } from '../rpc/desk'
import type { Call, Method } from '../rpc/method'
import { badRequest, RpcError } from '../rpc-error'
import type { CallFacts } from '../switchboard'
import { constructorOf } from '../tl/older'
import { TlReader } from '../tl/reader'
import type { TlObject } from '../tl/schema'
import { TlError } from '../tl/tl-error'
import { big, id, type Long } from '../tl/values'
import { TlWriter } from '../tl/writer'
import { isBot } from '../world/account'
import type { World } from '../world/world'
import { layerOf } from './auth-key'
import type { Frame } from './envelope'
import { rpcError, rpcResult } from './service-messages'
import type { Session } from './session'
import { gunzip } from './unpack'

const REMEMBERED_CALLS = 500

/** What answering calls needs. */
export interface CallHost {
  readonly world: World
  readonly desk: Desk
  readonly methods: ReadonlyMap<string, Method>
  readonly record: PartyRecord
  onTrouble(what: string, trouble: unknown): void
}

interface Unwrapped {
  readonly query: TlObject
  readonly after: readonly bigint[]
  readonly withoutUpdates: boolean
}

/** Answers one call of the API: unwraps, waits its turn, asks the switchboard, runs, and posts the result. */
export function runCall(host: CallHost, session: Session, frame: Frame): void {
  session.running.add(frame.messageId)
  const result = answer(host, session, frame).finally(() => session.running.delete(frame.messageId))
  session.calls.set(
    frame.messageId,
    result.then((posted) => posted.isGood),
  )
  if (session.calls.size > REMEMBERED_CALLS) {
    const [oldest] = session.calls.keys()
    if (oldest !== undefined) session.calls.delete(oldest)
  }
  result.then(
    ({ body }) => {
      if (body !== null) session.post(body, { kind: 'answer', isContent: true })
    },
    (fault) => host.onTrouble('a call could not be answered', fault),
  )
}

async function answer(
  host: CallHost,
  session: Session,
  frame: Frame,
): Promise<{ readonly body: Buffer | null; readonly isGood: boolean }> {
  let name = 'unknown'
  let facts: CallFacts = { userId: null, peerIds: [] }
  try {
    const { query, after, withoutUpdates } = unwrap(host, session, decode(frame.body))
    name = query.className
    for (const earlier of after) {
      const isGood = await (session.calls.get(earlier) ?? true)
      if (!isGood) throw new RpcError(500, 'MSG_WAIT_FAILED')
    }
    const call = makeCall(host, session)
    host.record.calls.add(name, call.identity.userId, host.world.clock.now())
    facts = { userId: call.identity.userId, peerIds: peerIdsOf(query) }
    await host.desk.switchboard.before(name, facts)
    const value = await run(host, call, query)
    if (!withoutUpdates && subscribes(name) && call.identity.userId !== null) session.wantsUpdates = true
    if (host.desk.switchboard.losesAnswer(name, facts)) return { body: null, isGood: true }
    const type = constructorOf(query.CONSTRUCTOR_ID)?.result ?? ''
    return {
      body: rpcResult(frame.messageId, new TlWriter(layerOf(call.identity)).result(value, type).done()),
      isGood: true,
    }
  } catch (error) {
    const failure = asRpcError(error)
    if (!(error instanceof RpcError)) host.onTrouble(`${name} failed`, error)
    if (host.desk.switchboard.losesAnswer(name, facts)) return { body: null, isGood: false }
    return { body: rpcError(frame.messageId, failure.code, failure.errorName), isGood: false }
  }
}

/**
 * Clients fetch and send files over sessions of their own, which must not hear
 * everything a second time (core.telegram.org/api/files#uploading-and-downloading-files).
 */
function subscribes(name: string): boolean {
  return !/^(help|upload)\.|^auth\.(Export|Import)Authorization$/.test(name)
}

/** Whom a call names: for faults that are meant for one peer only. */
function peerIdsOf(query: TlObject): number[] {
  const fields = query as unknown as Record<string, unknown>
  return [fields.peer, fields.channel, fields.toPeer, fields.chatId].flatMap((named) => {
    const { channelId, userId, chatId } = (named ?? {}) as Record<string, Long | undefined>
    const found = channelId ?? userId ?? chatId
    return found === undefined ? [] : [id(found)]
  })
}

function decode(body: Buffer): TlObject {
  const reader = new TlReader(gunzip(body))
  const object = reader.object()
  if (reader.left > 0) throw new TlError(`${reader.left} bytes behind the call`)
  return object
}

/** Takes off `invokeWithLayer`, `initConnection` and their like (core.telegram.org/api/invoking). */
function unwrap(host: CallHost, session: Session, outer: TlObject): Unwrapped {
  const identity = host.desk.keys.identity(session.key)
  const after: bigint[] = []
  let withoutUpdates = false
  let query = outer
  for (;;) {
    if (query instanceof Api.InvokeWithLayer) identity.layer = query.layer
    if (query instanceof Api.InvokeWithoutUpdates) withoutUpdates = true
    if (query instanceof Api.InvokeAfterMsg) after.push(big(query.msgId))
    if (query instanceof Api.InvokeAfterMsgs) after.push(...query.msgIds.map(big))
    if (query instanceof Api.InitConnection) {
      identity.device = {
        apiId: query.apiId,
        model: query.deviceModel,
        system: query.systemVersion,
        appVersion: query.appVersion,
        languageCode: query.langCode,
      }
    }
    if (!isWrapper(query)) return { query, after, withoutUpdates }
    query = query.query
  }
}

function isWrapper(object: TlObject): object is TlObject & { readonly query: TlObject } {
  return /^(Invoke|InitConnection)/.test(object.className) && 'query' in object
}

function makeCall(host: CallHost, session: Session): Call {
  const identity = host.desk.keys.identity(session.key)
  identity.activeAt = host.world.clock.now()
  return {
    desk: host.desk,
    world: host.world,
    session,
    identity,
    get me() {
      if (identity.userId === null) throw new RpcError(401, 'AUTH_KEY_UNREGISTERED')
      return host.world.account(identity.userId)
    },
  }
}

async function run(host: CallHost, call: Call, query: TlObject): Promise<unknown> {
  const known = host.methods.get(query.className)
  if (known === undefined) {
    const isMethod = constructorOf(query.CONSTRUCTOR_ID)?.isFunction === true
    throw badRequest(isMethod ? 'METHOD_INVALID' : 'INPUT_METHOD_INVALID')
  }
  if (known.access !== 'anybody') {
    if (call.identity.passwordPendingFor !== null) throw new RpcError(401, 'SESSION_PASSWORD_NEEDED')
    const { refusal } = call.identity
    if (refusal !== null) throw new RpcError(refusal === 'AUTH_KEY_DUPLICATED' ? 406 : 401, refusal)
    if (call.me.isDeactivated) throw new RpcError(401, 'USER_DEACTIVATED')
    if (known.access === 'people' && isBot(call.me)) throw badRequest('BOT_METHOD_INVALID')
    if (known.access === 'bots' && !isBot(call.me)) throw badRequest('USER_BOT_REQUIRED')
  }
  return known.answer(call, query)
}

function asRpcError(error: unknown): RpcError {
  if (error instanceof RpcError) return error
  if (error instanceof TlError) {
    return badRequest(error.unknownConstructor === null ? 'INPUT_FETCH_ERROR' : 'INPUT_METHOD_INVALID')
  }
  return new RpcError(500, 'INTERNAL')
}
