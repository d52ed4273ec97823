import type { ChatEvent, Sequence } from './world/events'
import type { Markup } from './world/markup'
import type { Forward, Media, Message, TextEntity } from './world/message'
import type { World } from './world/world'

/** A message as somebody got it, with what became of it since. */
export interface ReceivedMessage {
  readonly id: number
  readonly chatKind: 'group' | 'basic' | 'private'
  /** The group or basic group, or for a private message the other one. */
  readonly chatId: number
  readonly topicId: number | null
  readonly from: number
  readonly fromName: string
  readonly text: string
  readonly entities: readonly TextEntity[]
  readonly media: Media | null
  readonly action: Message['action']
  readonly replyTo: number | null
  readonly groupedId: bigint | null
  /** The buttons as they are now. */
  readonly markup: Markup | null
  readonly forward: Forward | null
  /** Epoch milliseconds of the world's clock. */
  readonly at: number
  readonly randomId: bigint | null
  /** Every later wording, in order. */
  readonly edits: readonly { readonly text: string; readonly at: number }[]
  readonly deletedAt: number | null
}

/** How often each method was called, and by whom. */
export class Calls {
  private readonly list: { readonly method: string; readonly userId: number | null; readonly at: number }[] =
    []

  add(method: string, userId: number | null, at: number): void {
    this.list.push({ method, userId, at })
  }

  count(method: string, userId?: number): number {
    return this.list.filter(
      (call) => call.method === method && (userId === undefined || call.userId === userId),
    ).length
  }

  /** Calls by method. */
  get byMethod(): Readonly<Record<string, number>> {
    const counts: Record<string, number> = {}
    for (const { method } of this.list) counts[method] = (counts[method] ?? 0) + 1
    return counts
  }

  get all(): readonly { readonly method: string; readonly userId: number | null; readonly at: number }[] {
    return this.list
  }
}

const MOST_TROUBLES = 1000

interface Sighting {
  /** Names the sequence, so that ids of different ones do not meet. */
  readonly name: string
  readonly sequence: Sequence
  readonly event: ChatEvent
  readonly text: string
  readonly entities: readonly TextEntity[]
  readonly media: Media | null
}

/** What happened, for tests to ask about: calls, troubles, and what each party saw. */
export class PartyRecord {
  readonly calls = new Calls()
  /** What the data centre could not understand or do lately, newest last. */
  readonly troubles: { readonly what: string; readonly trouble: unknown }[] = []
  /** Hears of each trouble as it comes. */
  onTrouble: (what: string, trouble: unknown) => void = () => undefined
  private readonly sightings: Sighting[] = []

  constructor(private readonly world: World) {
    world.listen((event) => {
      if (event.kind === 'counted') this.see(event.sequence, event.event)
    })
  }

  addTrouble(what: string, trouble: unknown): void {
    this.troubles.push({ what, trouble })
    if (this.troubles.length > MOST_TROUBLES) this.troubles.shift()
    this.onTrouble(what, trouble)
  }

  /**
   * What somebody saw from others, in order: messages of their groups since they
   * joined, and their private ones. Edits and deletions are told on the message.
   */
  received(userId: number): ReceivedMessage[] {
    const seen = new Map<string, ReceivedMessage & { edits: { text: string; at: number }[] }>()
    for (const sighting of this.sightings) {
      if (!this.isFor(userId, sighting.sequence, sighting.event)) continue
      const { change, at } = sighting.event
      const key = (id: number) => `${sighting.name}/${id}`
      if (change.kind === 'new' && change.message.from !== userId) {
        seen.set(key(change.message.id), { ...this.sight(sighting, change.message), edits: [] })
      } else if (change.kind === 'edited') {
        seen.get(key(change.message.id))?.edits.push({ text: sighting.text, at })
      } else if (change.kind === 'deleted') {
        for (const id of change.ids) {
          const known = seen.get(key(id))
          if (known !== undefined) seen.set(key(id), { ...known, deletedAt: at })
        }
      }
    }
    return [...seen.values()]
  }

  private see(sequence: Sequence, event: ChatEvent): void {
    const message = 'message' in event.change ? event.change.message : null
    const name = sequence.kind === 'group' ? `group ${sequence.groupId}` : `box ${sequence.userId}`
    this.sightings.push({
      name,
      sequence,
      event,
      text: message?.text ?? '',
      entities: message?.entities ?? [],
      media: message?.media ?? null,
    })
  }

  private isFor(userId: number, sequence: Sequence, event: ChatEvent): boolean {
    if (sequence.kind === 'box') return sequence.userId === userId
    const group = this.world.groups.get(sequence.groupId)
    const member = group?.members.get(userId)
    if (member !== undefined && event.pts > member.joinedPts) return true
    const stays = group?.pastStays.filter((stay) => stay.userId === userId) ?? []
    return stays.some(({ fromPts, toPts }) => event.pts > fromPts && event.pts <= toPts)
  }

  private sight(sighting: Sighting, message: Message): ReceivedMessage {
    const author = this.world.accounts.get(message.from)
    return {
      id: message.id,
      chatKind: message.chat.kind,
      chatId: message.chat.kind === 'private' ? message.chat.userId : message.chat.id,
      topicId: message.topicId,
      from: message.from,
      fromName: author?.firstName ?? '',
      text: sighting.text,
      entities: sighting.entities,
      media: sighting.media,
      action: message.action,
      replyTo: message.replyTo,
      groupedId: message.groupedId,
      get markup() {
        return message.markup
      },
      forward: message.forward,
      at: message.at,
      randomId: message.randomId,
      edits: [],
      deletedAt: null,
    }
  }
}
