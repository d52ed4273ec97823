import type { Api } from 'telegram'
import type { Account } from '../../../../src-preload/contract/session'
import { messageBox, noTopic, privateChat } from '../../../core/conversation/message'
import type { Clock, Watch } from '../../../core/ports'
import { long, tl } from '../library'
import type { Ask } from '../link/ask'
import { marks } from '../marks'
import { userMark } from '../peers/peer'
import { personIdOf, personOf, serviceAccount } from '../translate/people'
import { isoOf, type Reader } from '../translate/translate'
import type { Arrived } from './common-updates'
import type { Draft } from './draft'
import type { RandomIds } from './random-ids'
import { translated } from './translated'

/** The customer's button turns until it is answered; later than this nobody looks any more. */
const pressDeadlineMs = 10_000

/** What reading private chats needs of the stream. */
export interface PrivateRoom {
  readonly account: Account
  /** Does not wait for Telegram's pauses: a press is answered now or not at all. */
  readonly askNow: Ask
  readonly marks: ReadonlyMap<string, string>
  readonly randomIds: RandomIds
  readonly clock: Clock
  /** What of the account the desk reads. */
  watch(): Watch
  typing(chatId: string, topicId: number, personId: string): void
  /** A person on the desk has another name or is gone: they are to be looked at again. */
  personChanged(personId: string): void
}

/**
 * Private chats: all of a bot's; of a personal account only those on the desk, and strangers' where the team wants
 * them. Everything else is left unread here, kept nowhere and told to nobody (R169).
 */
export class PrivateChats {
  /** Strangers who wrote and of whom the desk may not have told yet. */
  private readonly begun = new Set<string>()
  /** `accountId.`, in which all private messages are numbered. */
  readonly box: string
  readonly reader: Reader

  constructor(private readonly room: PrivateRoom) {
    const { id } = room.account
    this.box = messageBox(privateChat(id, ''))
    this.reader = { selfId: id, randomIdOf: (number) => room.randomIds.of('private', number) }
  }

  /** What is read of the account changed: whoever is on the desk now is there until the desk takes them off. */
  watchChanged(): void {
    for (const personId of this.room.watch().chats) this.begun.delete(personId)
  }

  /** Whether a message in the short form, which names nobody, says enough. If not it is asked for in the long one. */
  knows(personId: string): boolean {
    if (this.isOnDesk(personId)) return this.room.marks.has(marks.user(this.room.account.id, personId))
    const { chatRule, left } = this.room.watch()
    return chatRule !== 'strangers' || left.includes(personId)
  }

  /** Whether an update is a message of a chat on the desk. */
  isOf({ update }: Arrived): boolean {
    return update instanceof tl.UpdateNewMessage && this.isOnDesk(partnerOf(update.message))
  }

  /** Adds what an update says of a chat on the desk. The caller has put it in order already. */
  add({ update, users, chats }: Arrived, draft: Draft): void {
    if (update instanceof tl.UpdateNewMessage) {
      this.addMigration(update.message, draft)
      if (!this.isWanted(update.message, users)) return
      draft.meet(users, chats)
      this.addMessage(update.message, users, draft)
    } else if (update instanceof tl.UpdateEditMessage) {
      if (!this.isOnDesk(partnerOf(update.message))) return
      draft.meet(users, chats)
      const fact = translated('message-edited', update.message, this.reader, draft)
      if (fact) draft.facts.push(fact)
    } else if (update instanceof tl.UpdateDeleteMessages) {
      if (this.readsAny) this.addDeleted(update.messages, draft)
    } else if (update instanceof tl.UpdateReadHistoryOutbox) {
      const personId = personIdOf(update.peer)
      if (!(update.peer instanceof tl.PeerUser) || !this.isOnDesk(personId)) return
      const chatId = this.chatWith(personId)
      draft.facts.push({ kind: 'topic-read', chatId, topicId: noTopic, upTo: update.maxId })
    } else if (update instanceof tl.UpdateUserTyping) {
      const personId = update.userId.toString()
      if (this.isOnDesk(personId) && !(update.action instanceof tl.SendMessageCancelAction))
        this.room.typing(this.chatWith(personId), noTopic, personId)
    } else if (update instanceof tl.UpdateUserName || update instanceof tl.UpdateUser) {
      const personId = update.userId.toString()
      const isReachable = this.room.marks.has(marks.user(this.room.account.id, personId))
      if (isReachable && this.isOnDesk(personId)) this.room.personChanged(personId)
    } else if (update instanceof tl.UpdateBotStopped) {
      draft.meet(users, chats)
      const chatId = this.chatWith(update.userId.toString())
      const at = isoOf(update.date)
      draft.facts.push({ kind: 'bot-blocked', chatId, isBlocked: update.stopped, at })
    } else if (update instanceof tl.UpdateBotCallbackQuery) {
      draft.meet(users, chats)
      this.addPress(update, draft)
    }
  }

  /** Adds a message of a chat on the desk, and how its person is reached. */
  addMessage(
    message: Api.TypeMessage,
    users: readonly Api.TypeUser[],
    draft: Draft,
    isContext = false,
  ): void {
    const partner = partnerOf(message)
    for (const user of users) {
      const mark = userMark(user, this.room.account.id)
      if (mark && mark.personId === partner) draft.marks[mark.name] = mark.text
    }
    const newest = marks.newest(this.box)
    const before = Number(draft.marks[newest] ?? this.room.marks.get(newest) ?? 0)
    draft.marks[newest] = String(Math.max(before, message.id))
    const fact = translated('message', message, this.reader, draft, isContext)
    if (!fact) return
    draft.facts.push(isContext && fact.kind === 'message' ? { ...fact, isContext } : fact)
  }

  chatWith(personId: string): string {
    return privateChat(this.room.account.id, personId)
  }

  private isOnDesk(personId: string | null): boolean {
    if (personId === null || personId === this.room.account.id) return false
    if (this.room.account.kind === 'bot') return true
    return this.room.watch().chats.includes(personId) || this.begun.has(personId)
  }

  private get readsAny(): boolean {
    const { account, watch } = this.room
    return account.kind === 'bot' || this.begun.size > 0 || watch().chats.length > 0
  }

  private isWanted(message: Api.TypeMessage, users: readonly Api.TypeUser[]): boolean {
    const partner = partnerOf(message)
    if (this.isOnDesk(partner)) return true
    const { chatRule, left } = this.room.watch()
    if (partner === null || chatRule !== 'strangers' || left.includes(partner)) return false
    if (!(message instanceof tl.Message) || message.out) return false
    const user = users.find((one) => one.id.toString() === partner)
    if (!(user instanceof tl.User) || !isStranger(user)) return false
    this.begun.add(partner)
    return true
  }

  private addDeleted(numbers: readonly number[], draft: Draft): void {
    const at = new Date(this.room.clock.now()).toISOString()
    draft.facts.push({ kind: 'messages-deleted', chatId: this.box, numbers: [...numbers], at })
  }

  /** A followed group became a supergroup: it goes on under another id (T8). */
  private addMigration(message: Api.TypeMessage, draft: Draft): void {
    if (!(message instanceof tl.MessageService) || !(message.peerId instanceof tl.PeerChat)) return
    if (!(message.action instanceof tl.MessageActionChatMigrateTo)) return
    const from = message.peerId.chatId.toString()
    if (!this.room.watch().groups.some(({ id }) => id === from)) return
    const to = message.action.channelId.toString()
    draft.facts.push({ kind: 'group-migrated', from, to, at: isoOf(message.date) })
  }

  private addPress({ queryId, userId, peer, msgId, data }: Api.UpdateBotCallbackQuery, draft: Draft): void {
    // Answered only once it is kept: a press that is not answered is told again after a crash.
    draft.onceKept(() => {
      const answer = new tl.messages.SetBotCallbackAnswer({ queryId, cacheTime: 0 })
      this.room.askNow(answer, { deadlineMs: pressDeadlineMs }).catch(() => undefined)
    })
    if (!(peer instanceof tl.PeerUser) || !data) return
    const personId = userId.toString()
    draft.facts.push({
      kind: 'button-pressed',
      chatId: this.chatWith(personId),
      personId,
      number: msgId,
      data: data.toString('utf8'),
      pressId: queryId.toString(),
      at: new Date(this.room.clock.now()).toISOString(),
    })
  }
}

/** Who a private message is with; null for a message in a group. */
export function partnerOf({ peerId }: Api.TypeMessage): string | null {
  return peerId instanceof tl.PeerUser ? peerId.userId.toString() : null
}

function isStranger(user: Api.User): boolean {
  const person = personOf(user)
  if (!person || user.min || user.id.equals(long(serviceAccount))) return false
  return !(user.contact || user.bot || user.support || user.deleted || user.self)
}
