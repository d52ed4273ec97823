import type { OpenedTopic, Party } from '../people'
import type { ReceivedMessage } from '../record'
import type { DataCentre } from '../server'
import { BOT, STAFF } from '../workspace'
import type { Account } from '../world/account'
import type { Message } from '../world/message'
import type { Step, Story } from './story'

/** What somebody of the cast just did. */
export interface CastEvent {
  readonly customer: string
  readonly title: string
  readonly where: 'topic' | 'bot' | 'agent'
  /** 0 outside topics. */
  readonly topicId: number
  /** `open`, `nudge`, or the step's own name. */
  readonly did: 'open' | 'nudge' | Step['do']
  readonly message: Message | null
  /** Epoch milliseconds of the world's clock. */
  readonly at: number
}

/** One customer in the middle of a story. */
export class Actor {
  private readonly party: Party
  private place: OpenedTopic | Account | null = null
  private next = 0
  private own: Message | null = null
  private sinceMs = 0
  private hasNudged = false
  private heard = 0

  constructor(
    private readonly dc: DataCentre,
    private readonly story: Story,
    private readonly patienceMs: number,
  ) {
    this.party = dc.customers.byName(story.customer)
  }

  get isDone(): boolean {
    return this.place !== null && this.next >= this.story.steps.length
  }

  /** Whether there is something to do now: not while waiting, unless patience has run out. */
  get canAct(): boolean {
    if (this.isDone) return false
    const step = this.story.steps[this.next]
    if (this.place === null || step?.do !== 'wait-for-answer') return true
    if (this.answers().length > this.heard) return true
    return !this.hasNudged && this.dc.world.clock.now() - this.sinceMs >= this.patienceMs
  }

  act(): CastEvent {
    if (this.place === null) return this.begin()
    const step = this.story.steps[this.next]
    if (step?.do === 'wait-for-answer') return this.hearOrNudge(this.place, step.nudge)
    this.next++
    if (step === undefined) return this.event('read', null)
    const message = this.perform(this.place, step)
    this.sinceMs = this.dc.world.clock.now()
    return this.event(step.do, message)
  }

  private begin(): CastEvent {
    const { at = 'topic', title, first } = this.story
    const { world, workspace } = this.dc
    this.sinceMs = world.clock.now()
    if (at === 'topic') {
      const topic = this.party.openTopic(workspace.help, title, first)
      this.place = topic
      this.own = topic.first
      return this.event('open', this.own)
    }
    const other = world.account(at === 'bot' ? BOT.id : STAFF[0].id)
    this.place = other
    this.heard = this.answers().length
    if (at === 'bot') this.party.startBot(other)
    this.own = this.party.write(other, first)
    return this.event('open', this.own)
  }

  private hearOrNudge(place: OpenedTopic | Account, nudge: string): CastEvent {
    if (this.answers().length > this.heard) {
      this.heard = this.answers().length
      this.next++
      this.hasNudged = false
      return this.event('wait-for-answer', null)
    }
    this.hasNudged = true
    this.own = this.party.write(place, nudge)
    return this.event('nudge', this.own)
  }

  private perform(place: OpenedTopic | Account, step: Step): Message | null {
    const { party } = this
    switch (step.do) {
      case 'write': {
        const options = step.entities === undefined ? {} : { entities: step.entities }
        return this.keep(party.write(place, step.text, options))
      }
      case 'reply': {
        const answered = this.answers().at(-1)?.id
        return this.keep(party.write(place, step.text, answered === undefined ? {} : { replyTo: answered }))
      }
      case 'edit':
        if (this.own !== null) party.edit(this.own, step.text)
        return this.own
      case 'remove':
        if (this.own !== null) party.remove(this.own)
        return this.own
      case 'photo':
        return this.keep(party.sendPhoto(place, { seed: step.seed }, step.caption))
      case 'album':
        return this.keep(
          party.sendAlbum(
            place,
            step.seeds.map((seed) => ({ seed })),
            step.caption,
          )[0] ?? null,
        )
      case 'document': {
        const file = { name: step.name, mime: step.mime, bytes: Buffer.from(step.text, 'utf8') }
        return this.keep(party.sendDocument(place, file, step.caption))
      }
      case 'type':
        party.typing(place)
        return null
      case 'read':
        party.read(place)
        return null
      case 'close':
        if ('topic' in place) party.closeTopic(place)
        return null
      case 'choose':
        return this.choose(place, step.text)
      case 'share-contact':
        return party.shareContact(place)
      case 'wait-for-answer':
        return null
    }
  }

  private choose(place: OpenedTopic | Account, text: string): Message | null {
    const question = this.party.received(place).at(-1)
    const labels = question === undefined ? [] : labelsOf(question)
    const label = labels.includes(text) ? text : labels[0]
    if (question === undefined || label === undefined) return this.keep(this.party.write(place, text))
    const done = this.party.press(question, label)
    return 'chat' in done ? this.keep(done) : null
  }

  private keep(message: Message | null): Message | null {
    this.own = message
    return message
  }

  /** What others wrote here. */
  private answers(): readonly { readonly id: number }[] {
    const { place } = this
    if (place === null) return []
    if (!('topic' in place)) return this.party.received(place)
    return place.topic.messageIds
      .map((id) => place.group.messages.get(id))
      .filter((message) => message !== undefined)
      .filter((message) => message.from !== this.party.id && message.action === null)
  }

  private event(did: CastEvent['did'], message: Message | null): CastEvent {
    const { customer, title } = this.story
    const { place } = this
    const topicId = place !== null && 'topic' in place ? place.id : 0
    return {
      customer,
      title,
      where: this.story.at ?? 'topic',
      topicId,
      did,
      message,
      at: this.dc.world.clock.now(),
    }
  }
}

/** What one can press under a message. */
function labelsOf({ markup }: ReceivedMessage): string[] {
  if (markup?.kind === 'keyboard') return markup.rows.flat().map(({ text }) => text)
  if (markup?.kind !== 'inline') return []
  return markup.rows.flat().flatMap(({ kind, text }) => (kind === 'callback' ? [text] : []))
}
