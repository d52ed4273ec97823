import { Api, type TelegramClient } from 'telegram'
import type { ConnectOptions } from '../../telegram/client'
import { connectClient } from '../../telegram/client'
import { type DataCentre, startDataCentre } from '../../telegram/server'
import { long } from '../../telegram/tl/values'
import type { Group } from '../../telegram/world/group'

/** A data centre and the clients of one test, all ended together. */
export class Rig {
  private readonly clients: TelegramClient[] = []

  private constructor(readonly dc: DataCentre) {}

  static async start(options: Parameters<typeof startDataCentre>[0] = {}): Promise<Rig> {
    return new Rig(await startDataCentre({ seed: 1, ...options }))
  }

  /** The real library, not signed in. */
  async connect(options: ConnectOptions = {}): Promise<TelegramClient> {
    const client = await connectClient(this.dc, options)
    this.clients.push(client)
    return client
  }

  /** The real library with a ready key of somebody: signed in, without a handshake, and listening. */
  async signedIn(
    who: { readonly id: number },
    options: Omit<ConnectOptions, 'session'> = {},
  ): Promise<TelegramClient> {
    const client = await this.connect({ ...options, session: this.dc.addKey(who).session })
    await client.catchUp()
    return client
  }

  async end(): Promise<void> {
    await Promise.all(this.clients.map((client) => client.destroy()))
    await this.dc.close()
  }
}

export function inputPeer(group: Group): Api.InputPeerChannel {
  return new Api.InputPeerChannel({ channelId: long(group.id), accessHash: long(group.accessHash) })
}

export function inputChannel(group: Group): Api.InputChannel {
  return new Api.InputChannel({ channelId: long(group.id), accessHash: long(group.accessHash) })
}

export function inTopic(topicId: number, replyTo = topicId): Api.InputReplyToMessage {
  return new Api.InputReplyToMessage({ replyToMsgId: replyTo, topMsgId: topicId })
}

/** A message sent as the app does it: with a random_id of one's own. */
export function textTo(
  group: Group,
  topicId: number,
  message: string,
  randomId: bigint,
): Api.messages.SendMessage {
  const replyTo = inTopic(topicId)
  return new Api.messages.SendMessage({ peer: inputPeer(group), message, randomId: long(randomId), replyTo })
}

/** Past the library's own retries, which swallow every error of 500 after ten seconds. */
export async function sendOnce(client: TelegramClient, request: Api.AnyRequest): Promise<unknown> {
  const sender = await client.getSender(0)
  return sender?.send(request)
}

/** The name of the error a call ends with. @throws if it does not fail. */
export async function errorOf(call: Promise<unknown>): Promise<string> {
  try {
    await call
  } catch (error) {
    if (error instanceof Error && 'errorMessage' in error) return String(error.errorMessage)
    throw error
  }
  throw new Error('the call did not fail')
}

/** Every update the client dispatches from now on. */
export function listen(client: TelegramClient): Api.TypeUpdate[] {
  const heard: Api.TypeUpdate[] = []
  client.addEventHandler((update: Api.TypeUpdate) => void heard.push(update))
  return heard
}

/** Texts of new group messages among updates, in the order they came. */
export function textsIn(updates: readonly Api.TypeUpdate[]): string[] {
  return updates.flatMap((update) => {
    const isNew = update instanceof Api.UpdateNewChannelMessage || update instanceof Api.UpdateNewMessage
    return isNew && update.message instanceof Api.Message ? [update.message.message] : []
  })
}
