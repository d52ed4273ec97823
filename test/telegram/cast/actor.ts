import type { OpenedTopic, Party } from '../people'
import type { DataCentre } from '../server'
import type { Message } from '../world/message'
import type { Step, Story } from './story'

/** What somebody of the cast just did. */
export interface CastEvent {
  readonly customer: string
  readonly title: string
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
  private topic: OpenedTopic | null = null
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
    return this.topic !== null && this.next >= this.story.steps.length
  }

  /** Whether there is something to do now: not while waiting, unless patience has run out. */
  get canAct(): boolean {
    if (this.isDone) return false
    const step = this.story.steps[this.next]
    if (this.topic === null || step?.do !== 'wait-for-answer') return true
    if (this.answers().length > this.heard) return true
    return !this.hasNudged && this.dc.world.clock.now() - this.sinceMs >= this.patienceMs
  }

  act(): CastEvent {
    this.sinceMs = this.topic === null ? this.dc.world.clock.now() : this.sinceMs
    if (this.topic === null) {
      this.topic = this.party.openTopic(this.dc.workspace.help, this.story.title, this.story.first)
      this.own = this.topic.first
      return this.event('open', this.own)
    }
    const step = this.story.steps[this.next]
    if (step?.do === 'wait-for-answer') return this.hearOrNudge(this.topic, step.nudge)
    this.next++
    if (step === undefined) return this.event('read', null)
    const message = this.perform(this.topic, step)
    this.sinceMs = this.dc.world.clock.now()
    return this.event(step.do, message)
  }

  private hearOrNudge(topic: OpenedTopic, nudge: string): CastEvent {
    if (this.answers().length > this.heard) {
      this.heard = this.answers().length
      this.next++
      this.hasNudged = false
      return this.event('wait-for-answer', null)
    }
    this.hasNudged = true
    this.own = this.party.write(topic, nudge)
    return this.event('nudge', this.own)
  }

  private perform(topic: OpenedTopic, step: Step): Message | null {
    const { party } = this
    switch (step.do) {
      case 'write': {
        const options = step.entities === undefined ? {} : { entities: step.entities }
        return this.keep(party.write(topic, step.text, options))
      }
      case 'reply': {
        const answered = this.answers().at(-1)?.id
        return this.keep(party.write(topic, step.text, answered === undefined ? {} : { replyTo: answered }))
      }
      case 'edit':
        if (this.own !== null) party.edit(this.own, step.text)
        return this.own
      case 'remove':
        if (this.own !== null) party.remove(this.own)
        return this.own
      case 'photo':
        return this.keep(party.sendPhoto(topic, { seed: step.seed }, step.caption))
      case 'album':
        return this.keep(
          party.sendAlbum(
            topic,
            step.seeds.map((seed) => ({ seed })),
            step.caption,
          )[0] ?? null,
        )
      case 'document': {
        const file = { name: step.name, mime: step.mime, bytes: Buffer.from(step.text, 'utf8') }
        return this.keep(party.sendDocument(topic, file, step.caption))
      }
      case 'type':
        party.typing(topic)
        return null
      case 'read':
        party.read(topic)
        return null
      case 'close':
        party.closeTopic(topic)
        return null
      case 'wait-for-answer':
        return null
    }
  }

  private keep(message: Message | null): Message | null {
    this.own = message
    return message
  }

  /** What others wrote in this topic. */
  private answers(): { readonly id: number }[] {
    const { topic } = this
    if (topic === null) return []
    return topic.topic.messageIds
      .map((id) => topic.group.messages.get(id))
      .filter((message) => message !== undefined)
      .filter((message) => message.from !== this.party.id && message.action === null)
  }

  private event(did: CastEvent['did'], message: Message | null): CastEvent {
    const { customer, title } = this.story
    return { customer, title, topicId: this.topic?.id ?? 0, did, message, at: this.dc.world.clock.now() }
  }
}
