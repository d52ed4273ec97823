import type { Machinery } from './machinery'
import { photoFile } from './media/photo-file'
import type { ReceivedMessage } from './record'
import { badRequest } from './rpc-error'
import { type Account, fullName } from './world/account'
import { deleteInGroup, deletePrivate, editInGroup, editPrivate } from './world/change-message'
import { detectEntities } from './world/detect-entities'
import type { Group, Topic } from './world/group'
import { join, leave } from './world/membership'
import type { Media, Message, TextEntity } from './world/message'
import { post } from './world/post'
import { postPrivate } from './world/private'
import { readTopic } from './world/read'
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
}

/** A topic, and the group it lies in. */
export interface OpenedTopic {
  readonly group: Group
  readonly id: number
  readonly topic: Topic
  readonly first: Message
}

/** Where one writes: a topic, a group without topics, or one person. */
export type Where = OpenedTopic | { readonly group: Group; readonly id: number } | Group | Account

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
    const change = { text, entities: detectEntities(text, entities) }
    const { chat } = message
    if (chat.kind === 'group')
      editInGroup(this.dc.world, this.dc.world.group(chat.id), this.id, message, change)
    else editPrivate(this.dc.world, this.id, message, change)
  }

  /** Deletes messages of one chat at once, for everybody. */
  remove(first: Message, ...others: readonly Message[]): void {
    const ids = [first, ...others].map(({ id }) => id)
    const { chat } = first
    if (chat.kind === 'group') deleteInGroup(this.dc.world, this.dc.world.group(chat.id), this.id, ids)
    else deletePrivate(this.dc.world, this.id, ids, { revoke: true })
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

  /** Reads a topic to its end, or to a message. */
  read(place: { readonly group: Group; readonly id: number }, upTo?: Message): void {
    const member = place.group.members.get(this.id)
    const last = upTo?.id ?? this.topic(place).messageIds.at(-1)
    if (member !== undefined && last !== undefined)
      readTopic(this.dc.world, place.group, member, place.id, last)
  }

  typing(place: { readonly group: Group; readonly id: number }): void {
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

  /** What this one saw from others, in order. */
  received(where?: { readonly group: Group; readonly id: number }): ReceivedMessage[] {
    const all = this.dc.record.received(this.id)
    if (where === undefined) return all
    return all.filter((message) => message.chatId === where.group.id && message.topicId === where.id)
  }

  private put(where: Where, text: string, media: Media | null, options: WriteOptions): Message {
    const { replyTo, groupedId } = options
    const entities = detectEntities(text, options.entities ?? [])
    const answered = typeof replyTo === 'number' ? replyTo : (replyTo?.id ?? null)
    const draft = { text, media, entities, replyTo: answered, groupedId: groupedId ?? null }
    const { world } = this.dc
    if ('firstName' in where) return postPrivate(world, this.id, where.id, draft).message
    if ('group' in where) return post(world, where.group, this.id, where.id, draft).message
    return post(world, where, this.id, where.isForum ? 1 : null, draft).message
  }

  private photo(photo: Buffer | { readonly seed: number }): Media {
    return photoFile(this.dc.desk.files, photo)
  }

  private document(file: DocumentFile): Media {
    const { name, mime: mimeType, bytes } = file
    return this.dc.desk.files.addDocument({ name, mimeType, bytes, image: null, thumb: null })
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
