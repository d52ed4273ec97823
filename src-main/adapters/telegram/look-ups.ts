import type { Api } from 'telegram'
import type { ChatOption } from '../../../src-preload/contract/account'
import type { Account, GroupOption } from '../../../src-preload/contract/session'
import { messageBox, type Person, privateChat, privateChatOf } from '../../core/conversation/message'
import type { OutboxEntry } from '../../core/outbox/entry'
import type { AccountHealth, HistoryPage, ReadAgain, SendResult, Watch } from '../../core/ports'
import { Refusal } from '../../core/refusal'
import { askRefusal } from './ask-refusal'
import { findChats, findPartner } from './chats/find-chats'
import { readPerson } from './chats/read-person'
import { hidesGroup } from './errors'
import { findGroups } from './groups/groups'
import { examine } from './health/examine'
import { checkSent } from './history/check-sent'
import { readAgain } from './history/read-again'
import { readHistory } from './history/read-history'
import type { Ask } from './link/ask'
import { marks } from './marks'
import type { Reach } from './peers/reach'

/** What looking something up needs of the adapter. */
export interface LookUpRoom {
  /** @throws {@link Refusal} `signed-out` */
  account(): Account
  readonly ask: Ask
  /** Waits for as long as Telegram asks to. */
  askPatiently(): Ask
  readonly reach: Reach
  marks(): ReadonlyMap<string, string>
  watch(): Watch
  apiId(): Promise<number>
  /** Keeps marks that were found. */
  remember(found: ReadonlyMap<string, string>): Promise<void>
  readContext(limit: number, peer: Api.InputPeerUser): Promise<void>
  /** Epoch ms. */
  now(): number
  /** Epoch ms; null while Telegram asks for no pause. */
  floodUntil(): number | null
}

/** What Telegram is asked because somebody wants to know, beside the stream. Refusals in words. */
export class LookUps {
  constructor(private readonly room: LookUpRoom) {}

  async groups(): Promise<readonly GroupOption[]> {
    const { ask, remember } = this.room
    const account = this.room.account()
    return this.refusing(async () => {
      const found = await findGroups(ask, account, this.room.marks())
      await remember(found.marks)
      return found.options
    })
  }

  async chats(text: string): Promise<readonly ChatOption[]> {
    const { ask, reach, watch } = this.room
    const account = this.room.account()
    if (account.kind === 'bot') return []
    return this.refusing(async () => {
      const { options, marks: found } = await findChats(ask, account.id, text)
      reach.offer(found)
      return options.map((chat) => ({ ...chat, isFollowed: watch().chats.includes(chat.personId) }))
    })
  }

  async person(personId: string): Promise<Person> {
    const { ask, reach } = this.room
    const account = this.room.account()
    return this.refusing(async () => {
      // One who was looked up in a run of before is looked for again: what was only looked at is kept nowhere.
      if (account.kind === 'user' && !reach.known.has(marks.user(account.id, personId)))
        reach.offer(await findPartner(ask, account.id, personId))
      return readPerson(ask, reach.known, account.id, personId)
    })
  }

  async readContext(personId: string, limit: number): Promise<void> {
    const { reach } = this.room
    const account = this.room.account()
    if (account.kind === 'bot') return
    await this.refusing(async () => this.room.readContext(limit, reach.user(account.id, personId)))
  }

  async check(entry: OutboxEntry, isKnown: (number: number) => boolean): Promise<SendResult | null> {
    const { ask, reach } = this.room
    const account = this.room.account()
    const newest = () => this.newestTold(entry.chatId)
    return this.refusing(async () => {
      const peer = reach.peer(account.id, entry.chatId)
      return checkSent(entry, { ask, isBot: account.kind === 'bot', peer, newest, isKnown })
    })
  }

  async examine(): Promise<AccountHealth> {
    const { ask, watch, now, floodUntil } = this.room
    const account = this.room.account()
    return this.refusing(async () =>
      examine({
        ...{ ask, now, floodUntil },
        accountId: account.id,
        isBot: account.kind === 'bot',
        apiId: await this.room.apiId(),
        marks: this.room.marks(),
        groupIds: watch().groups.map(({ id }) => id),
      }),
    )
  }

  async *history(from: number, to: number): AsyncGenerator<HistoryPage> {
    const { reach, watch, askPatiently, now } = this.room
    const account = this.room.account()
    if (account.kind === 'bot') throw new Refusal('not-allowed', 'Telegram does not let bots read history.')
    const chatIds = [
      ...watch().groups.map(({ id }) => id),
      ...watch().chats.map((personId) => privateChat(account.id, personId)),
    ]
    const reader = { selfId: account.id, randomIdOf: () => null }
    let unread = 0
    for (const chatId of chatIds) {
      try {
        const peer = reach.peer(account.id, chatId)
        const place = { chatId, peer, reader, toldUpTo: this.newestTold(chatId) }
        yield* readHistory(place, from, to, askPatiently())
      } catch (error) {
        // One that cannot be reached any more keeps nobody from comparing the others.
        const isGone = hidesGroup(error) || (error instanceof Refusal && error.code === 'not-found')
        if (!isGone) throw askRefusal(error, now())
        unread++
      }
    }
    if (unread > 0) {
      const what = unread === 1 ? 'One chat cannot' : `${unread} chats cannot`
      throw new Refusal('not-found', `${what} be read any more by this account. All others were compared.`)
    }
  }

  async readAgain(chatId: string, numbers: readonly number[]): Promise<ReadAgain> {
    const { ask, reach } = this.room
    const account = this.room.account()
    return this.refusing(async () => {
      const peer = privateChatOf(chatId) === null ? reach.peer(account.id, chatId) : null
      return readAgain(chatId, numbers, peer, { selfId: account.id, randomIdOf: () => null }, ask)
    })
  }

  /** Number of the newest message the stream has told in the numbering of a chat; 0 for none. */
  private newestTold(chatId: string): number {
    return Number(this.room.marks().get(marks.newest(messageBox(chatId))) ?? 0)
  }

  private async refusing<T>(look: () => Promise<T>): Promise<T> {
    try {
      return await look()
    } catch (error) {
      throw askRefusal(error, this.room.now())
    }
  }
}
