import { MtprotoTelegram } from '../../../src-main/adapters/telegram/mtproto-telegram'
import { noTopic, privateChat } from '../../../src-main/core/conversation/message'
import type { OutboxEntry, TopicTask } from '../../../src-main/core/outbox/entry'
import type { FileRoom, Log, SecretName, Secrets, TelegramMemory, Watch } from '../../../src-main/core/ports'
import type { FollowedGroup } from '../../../src-preload/contract/account'
import { localEndpoint } from '../../runtime/local-endpoint'
import type { DataCentre } from '../../telegram/server'
import { BOT } from '../../telegram/workspace'
import { type RecordingListener, recordingListener } from './recording-listener'

/** Secrets as a keyring would keep them, for the length of a test. */
export function memorySecrets(): Secrets & { readonly kept: Map<SecretName, string> } {
  const kept = new Map<SecretName, string>()
  return {
    keyring: 'safe',
    kept,
    read: async (name) => kept.get(name) ?? null,
    write: async (name, value) => void kept.set(name, value),
    remove: async (name) => void kept.delete(name),
    names: async () => [...kept.keys()],
  }
}

/** Files that wait to be sent, by path. A path nobody put there throws. */
export function outgoingFiles(files: Readonly<Record<string, Uint8Array>> = {}): FileRoom {
  const unexpected = () => {
    throw new Error('the Telegram side only reads what is to be sent')
  }
  return {
    keep: unexpected,
    keepAs: unexpected,
    has: unexpected,
    remove: unexpected,
    resolve: unexpected,
    read: async (path) => {
      const bytes = files[path]
      if (!bytes) throw new Error(`no file ${path}`)
      return bytes
    },
  }
}

/** Keeps what is logged, so that tests can look for what must never be there. */
export function memoryLog(): Log & { readonly lines: string[] } {
  const lines: string[] = []
  const write = (what: string, more?: unknown) => {
    lines.push(`${what} ${more instanceof Error ? more.message : JSON.stringify(more ?? '')}`)
  }
  return { lines, info: write, warn: write, error: write }
}

export interface DeskSide {
  readonly telegram: MtprotoTelegram
  readonly listener: RecordingListener
  readonly secrets: ReturnType<typeof memorySecrets>
  readonly log: ReturnType<typeof memoryLog>
}

export interface DeskSideOptions {
  readonly listener?: RecordingListener
  readonly secrets?: ReturnType<typeof memorySecrets>
  /** Whose session is kept in `secrets`; found there if absent. */
  readonly accountId?: string
  readonly groupId?: string | null
  readonly watch?: Partial<Watch>
  readonly files?: Readonly<Record<string, Uint8Array>>
  readonly api?: { id: number; hash: string } | null
  /** Fetches files through another account; refused if absent. */
  readonly borrow?: TelegramMemory['borrow']
  readonly proofAfterMs?: number
  readonly checkEveryMs?: number
}

/** The desk's side of the wire: the real adapter and the real library, started, against a local data centre. */
export async function deskSide(dc: DataCentre, options: DeskSideOptions = {}): Promise<DeskSide> {
  const secrets = options.secrets ?? memorySecrets()
  const listener = options.listener ?? recordingListener()
  const log = memoryLog()
  const api =
    options.api === undefined ? { id: 12345, hash: '0123456789abcdef0123456789abcdef' } : options.api
  const keptAs = [...secrets.kept.keys()].find((name) => name.startsWith('telegram-session-'))
  const accountId = options.accountId ?? keptAs?.slice('telegram-session-'.length) ?? null
  const telegram = new MtprotoTelegram({
    accountId,
    secrets,
    api: async () => api,
    endpoint: localEndpoint(dc.address),
    clock: { now: () => Date.now(), wakeAt: () => {} },
    log,
    ...(options.proofAfterMs === undefined ? {} : { proofAfterMs: options.proofAfterMs }),
    ...(options.checkEveryMs === undefined ? {} : { checkEveryMs: options.checkEveryMs }),
  })
  await telegram.start(listener, {
    marks: new Map(listener.marks),
    watch: {
      groups: options.groupId ? [followed(options.groupId, accountId ?? '')] : [],
      chats: [],
      chatRule: 'chosen',
      left: [],
      ...options.watch,
    },
    outgoing: outgoingFiles(options.files),
    borrow: options.borrow ?? (() => Promise.reject(new Error('no other account was to lend a file'))),
  })
  return { telegram, listener, secrets, log }
}

/** A group as the desk names it when it has chosen it. */
export function followed(
  id: string,
  accountId = '1001',
  role: FollowedGroup['role'] = 'public',
): FollowedGroup {
  return { id, title: 'Fernline Help', accountId, role }
}

/** Signs in as Anna with the code that lies on her phone. */
export async function signInByCode(desk: DeskSide, dc: DataCentre, phone = '15550001001'): Promise<void> {
  await desk.telegram.signIn.sendCode(`+${phone}`)
  const code = dc.phoneCode(phone)
  if (code === null) throw new Error('no code was sent')
  await desk.telegram.signIn.checkCode(code)
}

/** Waits until the group that was just chosen was asked for what happened meanwhile: from then on all is pushed. */
export async function settled(dc: DataCentre): Promise<void> {
  while (dc.record.calls.count('updates.GetChannelDifference') === 0) {
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  await new Promise((resolve) => setTimeout(resolve, 20))
}

let lastSeq = 0

/** A reply as the desk's outbox holds it. */
export function reply(
  place: { readonly group: { readonly id: number }; readonly id: number },
  text: string,
  more: Partial<Extract<OutboxEntry, { kind: 'reply' }>> = {},
): OutboxEntry {
  lastSeq++
  const chatId = String(place.group.id)
  return {
    kind: 'reply',
    id: String(BigInt(lastSeq) * 1_000n + BigInt(Date.now()) * 1_000_000n),
    seq: lastSeq,
    ticketId: `${chatId}:${place.id}`,
    conversationId: `${chatId}:${place.id}`,
    chatId,
    topicId: place.id,
    isMirror: false,
    queuedAt: 0,
    state: { kind: 'queued' },
    text,
    entities: [],
    files: [],
    media: [],
    replyTo: null,
    after: 'nothing',
    ...more,
  }
}

/** A reply into a private chat of an account. */
export function privateReply(
  accountId: string,
  person: { readonly id: number },
  text: string,
  more: Partial<Extract<OutboxEntry, { kind: 'reply' }>> = {},
): OutboxEntry {
  const entry = reply({ group: { id: 0 }, id: noTopic }, text, more)
  const chatId = privateChat(accountId, String(person.id))
  const conversationId = `${chatId}:${noTopic}`
  return { ...entry, chatId, conversationId, ticketId: conversationId }
}

/** What the desk does by itself in a topic of a group. */
export function topicTask(
  place: { readonly group: { readonly id: number }; readonly id: number },
  task: TopicTask,
  more: Partial<Pick<OutboxEntry, 'conversationId' | 'isMirror'>> = {},
): OutboxEntry {
  const { id, seq, ticketId, conversationId, chatId, topicId, isMirror, queuedAt, state } = reply(place, '')
  const common = { id, seq, ticketId, conversationId, chatId, topicId, isMirror, queuedAt, state }
  return { kind: 'topic-task', ...common, ...more, task }
}

/** Signs in as the bot of Fernline. */
export async function signInBot(desk: DeskSide): Promise<void> {
  await desk.telegram.signIn.connectBot(BOT.botToken)
  await desk.listener.until('live', () => desk.listener.links.at(-1)?.kind === 'live')
}
