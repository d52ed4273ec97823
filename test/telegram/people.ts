import { Api } from 'telegram'
import type { Machinery } from './machinery'
import { photoFile } from './media/photo-file'
import type { ReceivedMessage } from './record'
import { forwarded } from './rpc/messages/forward-messages'
import { startText } from './rpc/messages/start-bot'
import { badRequest } from './rpc-error'
import type { TlObject } from './tl/schema'
import { type Account, fullName } from './world/account'
import { type BasicGroup, postInBasic } from './world/basic-group'
import { block, changeUsername, deleteAccount, rename, showPhoneTo } from './world/change-account'
import { deleteInBoxes, deleteInGroup, editInBoxes, editInGroup, type NewText } from './world/change-message'
import { detectEntities } from './world/detect-entities'
import type { AdminRights, Group, Topic } from './world/group'
import { join, leave } from './world/membership'
import type {
  Draft,
  Media,
  Message,
  SharedContact,
  SharedPlace,
  SharedPoll,
  TextEntity,
  ThrownDice,
  Unsupported,
} from './world/message'
import { post } from './world/post'
import { inlineButtons, type Pressed, pressButton } from './world/press-button'
import { postPrivate } from './world/private'
import { readInBox, readTopic } from './world/read'
import { toggleForum } from './world/toggle-forum'
import { editTopic, openTopic } from './world/topic'

export interface WriteOptions {
  readonly entities?: readonly TextEntity[]
  /** The message answered, or its id. */
  readonly replyTo?: Message | number
  readonly groupedId?: bigint
}

export interface DocumentFile {
  readonly name: string
  readonly mime: string
  readonly bytes: Buffer
  /** How large it says it is, if that is more than its bytes. */
  readonly sizeBytes?: number
}

/** A topic, and the group it lies in. */
export interface OpenedTopic {
  readonly group: Group
  readonly id: number
  readonly topic: Topic
  readonly first: Message
}

/** Where one writes: a topic, a group without topics, a basic group, or one person. */
export type Where =
  | OpenedTopic
  | { readonly group: Group; readonly id: number }
  | Group
  | BasicGroup
  | Account

/**
 * Somebody who acts on the world without a socket of their own, as if from a
 * phone that never fails. Rules of the service (closed topics, slow mode) do not
 * hold them back: they are for clients.
 */
export class Party {
  constructor(
    private readonly dc: Machinery,
    readonly account: Account,
  ) {}

  get id(): number {
    return this.account.id
  }

  get name(): string {
    return fullName(this.account)
  }

  openTopic(group: Group, title: string, firstText: string, options: WriteOptions = {}): OpenedTopic {
    const { topic } = openTopic(this.dc.world, group, this.id, title)
    const place = { group, id: topic.id }
    return { ...place, topic, first: this.write(place, firstText, options) }
  }

  write(where: Where, text: string, options: WriteOptions = {}): Message {
    return this.put(where, text, null, options)
  }

  /** Without bytes a picture is painted; `seed` decides which. */
  sendPhoto(
    where: Where,
    photo: Buffer | { readonly seed: number },
    caption = '',
    options: WriteOptions = {},
  ): Message {
    return this.put(where, caption, this.photo(photo), options)
  }

  sendDocument(where: Where, file: DocumentFile, caption = '', options: WriteOptions = {}): Message {
    return this.put(where, caption, this.document(file), options)
  }

  /** Several photos and files as one; the caption is on the first. */
  sendAlbum(
    where: Where,
    items: readonly (Buffer | { readonly seed: number } | DocumentFile)[],
    caption = '',
  ): Message[] {
    const groupedId = this.dc.world.random.big()
    return items.map((item, index) => {
      const media = 'name' in item ? this.document(item) : this.photo(item)
      return this.put(where, index === 0 ? caption : '', media, { groupedId })
    })
  }

  edit(message: Message, text: string, entities: readonly TextEntity[] = []): void {
    this.change(message, { text, entities: detectEntities(text, entities) })
  }

  /** Puts another photo in a message's place; what it says stays. */
  replacePhoto(message: Message, photo: Buffer | { readonly seed: number }): void {
    const { text, entities } = message
    this.change(message, { text, entities, media: this.photo(photo) })
  }

  private change(message: Message, change: NewText): void {
    const { chat } = message
    if (chat.kind === 'group')
      editInGroup(this.dc.world, this.dc.world.group(chat.id), this.id, message, change)
    else editInBoxes(this.dc.world, this.id, message, change)
  }

  /** Deletes messages of one chat at once, for everybody. */
  remove(first: Message, ...others: readonly Message[]): void {
    const ids = [first, ...others].map(({ id }) => id)
    const { chat } = first
    if (chat.kind === 'group') deleteInGroup(this.dc.world, this.dc.world.group(chat.id), this.id, ids)
    else deleteInBoxes(this.dc.world, this.id, ids, { revoke: true })
  }

  closeTopic(place: { readonly group: Group; readonly id: number }): void {
    editTopic(this.dc.world, place.group, this.id, this.topic(place), { closed: true })
  }

  reopenTopic(place: { readonly group: Group; readonly id: number }): void {
    editTopic(this.dc.world, place.group, this.id, this.topic(place), { closed: false })
  }

  renameTopic(place: { readonly group: Group; readonly id: number }, title: string): void {
    editTopic(this.dc.world, place.group, this.id, this.topic(place), { title })
  }

  /** Gives or takes an admin's rights, as the group's owner does; whoever it concerns is told. */
  changesRights(group: Group, other: { readonly id: number }, rights: Partial<AdminRights>): void {
    const member = group.members.get(other.id)
    if (!member?.rights) throw new Error('only an admin has rights to change')
    member.rights = { ...member.rights, ...rights }
    this.dc.world.tell([other.id], { kind: 'group-changed', groupId: group.id })
  }

  /** Switches the topics of a group on or off. */
  toggleForum(group: Group, isForum: boolean): void {
    toggleForum(this.dc.world, group, this.id, isForum)
  }

  /** Deletes a topic and all that is in it, as an administrator may. */
  deleteTopic(place: { readonly group: Group; readonly id: number }): void {
    const topic = this.topic(place)
    topic.isDeleted = true
    deleteInGroup(this.dc.world, place.group, this.id, [...topic.messageIds])
  }

  /** Reads a topic or a private chat to its end, or to a message. */
  read(place: { readonly group: Group; readonly id: number } | Account, upTo?: Message): void {
    if ('firstName' in place) {
      readInBox(this.dc.world, this.account, { kind: 'private', userId: place.id }, upTo?.id ?? 0)
      return
    }
    const member = place.group.members.get(this.id)
    const last = upTo?.id ?? this.topic(place).messageIds.at(-1)
    if (member !== undefined && last !== undefined)
      readTopic(this.dc.world, place.group, member, place.id, last)
  }

  typing(place: { readonly group: Group; readonly id: number } | Account): void {
    if ('firstName' in place) {
      this.dc.world.tell([place.id], { kind: 'typing-private', userId: this.id })
      return
    }
    const others = [...place.group.members.keys()].filter((userId) => userId !== this.id)
    this.dc.world.tell(others, {
      kind: 'typing',
      groupId: place.group.id,
      topicId: place.id,
      userId: this.id,
    })
  }

  joins(group: Group): void {
    join(this.dc.world, group, this.id)
  }

  leaves(group: Group): void {
    leave(this.dc.world, group, this.id)
  }

  /** Presses "Start" in a bot's chat; with what the link carried, if it was one. */
  startBot(bot: Account, parameter = ''): Message {
    return this.write(bot, startText(parameter))
  }

  /**
   * Presses a button under a message, or of the keyboard it opened. One that
   * asks a bot gives the query, whose `answer` comes later; any other gives the
   * message that it writes.
   *
   * @throws if the message has no such button.
   */
  press(message: ReceivedMessage | Message, label: string): Pressed | Message {
    const there = this.find(message)
    const inline = inlineButtons(there).find(({ text }) => text === label)
    if (inline?.kind === 'callback') return pressButton(this.dc.world, this.id, there, inline.data)
    const keys = there.markup?.kind === 'keyboard' ? there.markup.rows.flat() : []
    const key = keys.find(({ text }) => text === label)
    if (key === undefined) throw new Error(`there is no button ${label} to press`)
    const where = this.whereOf(there)
    if (key.kind === 'plain') return this.write(where, label)
    if (key.kind === 'request-phone') return this.shareContact(where, { replyTo: there })
    return this.sendPlace(where, { latitude: 52.52, longitude: 13.4 })
  }

  /** Sends one's own contact, as the button that asks for it does. */
  shareContact(where: Where, options: WriteOptions = {}): Message {
    const { phone, firstName, lastName } = this.account
    if (phone === null) throw new Error(`${this.name} has no phone`)
    const contact = { phone, firstName, lastName: lastName ?? '', userId: this.id }
    return this.put(where, '', { kind: 'contact', ...contact }, options)
  }

  sendPlace(where: Where, place: Omit<SharedPlace, 'kind'>): Message {
    return this.put(where, '', { kind: 'place', ...place }, {})
  }

  /** Something without words that is no file: somebody's address card, a poll, dice, or what no client knows yet. */
  sendOther(where: Where, media: SharedContact | SharedPoll | ThrownDice | Unsupported): Message {
    return this.put(where, '', media, {})
  }

  /** A voice note: a document that says of itself how long it sounds. */
  sendVoice(where: Where, voice: { readonly seconds: number; readonly bytes: Buffer }): Message {
    const sound = new Api.DocumentAttributeAudio({ voice: true, duration: voice.seconds })
    const media = this.opaque('audio/ogg', voice.bytes, [sound])
    return this.put(where, '', media, {})
  }

  /** A sticker: a picture that stands for an emoji. */
  sendSticker(where: Where, sticker: { readonly emoji: string; readonly bytes: Buffer }): Message {
    const stickerset = new Api.InputStickerSetEmpty()
    const says = new Api.DocumentAttributeSticker({ alt: sticker.emoji, stickerset })
    return this.put(where, '', this.opaque('image/webp', sticker.bytes, [says]), {})
  }

  /** Passes messages on, with or without their author's name. */
  forward(where: Where, messages: readonly Message[], namesAuthor = true): Message[] {
    return forwarded(this.dc.world, messages, namesAuthor).map((draft) => this.putDraft(where, draft))
  }

  block(other: Account): void {
    block(this.dc.world, this.account, other, true)
  }

  unblock(other: Account): void {
    block(this.dc.world, this.account, other, false)
  }

  rename(firstName: string, lastName: string | null = null): void {
    rename(this.dc.world, this.account, firstName, lastName)
  }

  /** Puts somebody into the address book: to this account they have that name from now on. */
  saveContact(other: Account, firstName: string, lastName: string | null = null): void {
    this.account.contacts.set(other.id, { firstName, lastName })
    this.dc.world.tell([this.id], { kind: 'user-changed', userId: other.id })
  }

  changeUsername(username: string | null): void {
    changeUsername(this.dc.world, this.account, username)
  }

  showPhoneTo(whom: Account['phoneShownTo']): void {
    showPhoneTo(this.dc.world, this.account, whom)
  }

  /** Deletes the account for good. */
  deleteAccount(): void {
    deleteAccount(this.dc.world, this.account)
  }

  /** What this one saw from others, in order: all of it, of one topic, or of one private chat. */
  received(where?: { readonly group: Group; readonly id: number } | Account): ReceivedMessage[] {
    const all = this.dc.record.received(this.id)
    if (where === undefined) return all
    if ('firstName' in where) {
      return all.filter(({ chatKind, chatId }) => chatKind === 'private' && chatId === where.id)
    }
    return all.filter((message) => message.chatId === where.group.id && message.topicId === where.id)
  }

  private put(where: Where, text: string, media: Media | null, options: WriteOptions): Message {
    const { replyTo, groupedId } = options
    const entities = detectEntities(text, options.entities ?? [])
    const answered = typeof replyTo === 'number' ? replyTo : (replyTo?.id ?? null)
    return this.putDraft(where, { text, media, entities, replyTo: answered, groupedId: groupedId ?? null })
  }

  private putDraft(where: Where, draft: Draft): Message {
    const { world } = this.dc
    if ('firstName' in where) return postPrivate(world, this.id, where.id, draft).message
    if ('group' in where) return post(world, where.group, this.id, where.id, draft).message
    if ('migratedTo' in where) return postInBasic(world, where, this.id, draft).message
    return post(world, where, this.id, where.isForum ? 1 : null, draft).message
  }

  /** A message as it lies here, whether it was sent or received. */
  private find(message: ReceivedMessage | Message): Message {
    if ('chat' in message) return message
    const shelf =
      message.chatKind === 'group' ? this.dc.world.group(message.chatId).messages : this.account.box.messages
    const found = shelf.get(message.id)
    if (found === undefined) throw new Error('that message is gone')
    return found
  }

  private whereOf({ chat, topicId }: Message): Where {
    const { world } = this.dc
    if (chat.kind === 'private') return world.account(chat.userId)
    if (chat.kind === 'basic') return world.basicGroup(chat.id)
    return { group: world.group(chat.id), id: topicId ?? 1 }
  }

  private opaque(mimeType: string, bytes: Buffer, attributes: readonly TlObject[]): Media {
    const details = { name: null, mimeType, bytes, image: null, thumb: null, attributes }
    return this.dc.desk.files.addDocument(details)
  }

  private photo(photo: Buffer | { readonly seed: number }): Media {
    return photoFile(this.dc.desk.files, photo)
  }

  private document(file: DocumentFile): Media {
    const { mime: mimeType, ...rest } = file
    return this.dc.desk.files.addDocument({ mimeType, ...rest, image: null, thumb: null })
  }

  private topic(place: { readonly group: Group; readonly id: number }): Topic {
    const topic = place.group.topics.get(place.id)
    if (topic === undefined) throw badRequest('TOPIC_ID_INVALID')
    return topic
  }
}

/** People by first name. */
export class People {
  private readonly parties: ReadonlyMap<string, Party>

  constructor(parties: readonly Party[]) {
    this.parties = new Map(parties.map((party) => [party.account.firstName, party]))
  }

  get all(): readonly Party[] {
    return [...this.parties.values()]
  }

  /** @throws if nobody is called that. */
  byName(firstName: string): Party {
    const party = this.parties.get(firstName)
    if (party === undefined) throw new Error(`nobody is called ${firstName}`)
    return party
  }
}
