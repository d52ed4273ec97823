import type { Api } from 'telegram'
import { type Person, privateChatOf } from '../../../core/conversation/message'
import type { SetAside, StreamTally, TelegramDelivery, TelegramFact } from '../../../core/desk/facts'
import { tl } from '../library'
import { groupAsPerson, personOf } from '../translate/people'

/** A delivery holds at most so many facts, so that a long catching up is committed in steps. */
export const deliveryMaxFacts = 100

/** A delivery being made. */
export class Draft {
  readonly facts: TelegramFact[] = []
  /** What could not be made facts. */
  readonly asides: SetAside[] = []
  readonly marks: Record<string, string | null> = {}
  /** What is to be counted as evidence besides the facts (R150). */
  readonly tally: { -readonly [Kind in keyof StreamTally]?: number } = {}
  private readonly spoken = new Set<string>()
  private readonly acts: (() => void)[] = []
  /** As they came: most are known already, and looked at only if something is said of them. */
  private readonly met = new Map<string, Api.User | Api.Channel>()

  /** Notes the people and groups that came along; only those the facts speak of are delivered. */
  meet(users: readonly Api.TypeUser[], chats: readonly Api.TypeChat[]): void {
    for (const user of users) if (user instanceof tl.User) this.met.set(user.id.toString(), user)
    for (const chat of chats) if (chat instanceof tl.Channel) this.met.set(`group:${chat.id}`, chat)
  }

  count(kind: keyof StreamTally, times = 1): void {
    if (times > 0) this.tally[kind] = (this.tally[kind] ?? 0) + times
  }

  /** Tells of a person though no fact speaks of them. */
  speakOf(personId: string): void {
    this.spoken.add(personId)
  }

  /** Something to be done when all of it is durable. */
  onceKept(act: () => void): void {
    this.acts.push(act)
  }

  kept(): void {
    for (const act of this.acts.splice(0)) act()
  }

  /** How many messages it brings. */
  get messages(): number {
    return this.facts.filter(({ kind }) => kind === 'message').length
  }

  /** An empty draft that knows the people met so far. */
  next(): Draft {
    const next = new Draft()
    for (const [id, one] of this.met) next.met.set(id, one)
    return next
  }

  get isEmpty(): boolean {
    if (this.spoken.size > 0) return false
    const lists = [this.facts, this.asides, Object.keys(this.marks), Object.keys(this.tally)]
    return lists.every(({ length }) => length === 0)
  }

  /** Ids of people the facts speak of. */
  spokenOf(): Set<string> {
    const ids = new Set(this.spoken)
    for (const fact of this.facts) {
      if (fact.kind === 'message' || fact.kind === 'message-edited') {
        ids.add(fact.message.senderId)
        const sides = privateChatOf(fact.message.chatId)
        if (sides) ids.add(sides.personId)
      } else if (fact.kind === 'topic-created' || fact.kind === 'topic-changed') ids.add(fact.by)
      else if (fact.kind === 'button-pressed') ids.add(fact.personId)
      else if (fact.kind === 'bot-blocked') ids.add(privateChatOf(fact.chatId)?.personId ?? '')
      else if (fact.kind === 'team') for (const agent of fact.agents) ids.add(agent.id)
    }
    return ids
  }

  person(id: string): Person | undefined {
    const one = this.met.get(id)
    if (!one) return undefined
    return (one instanceof tl.User ? personOf(one) : groupAsPerson(one)) ?? undefined
  }

  /** Cuts the draft into deliveries. Marks, tally and asides go with the last: they say that all of it was read. */
  deliveries(accountId: string, people: readonly Person[]): TelegramDelivery[] {
    const tally = Object.keys(this.tally).length > 0 ? { tally: this.tally } : {}
    const cuts: TelegramDelivery[] = []
    for (let from = 0; from < this.facts.length || from === 0; from += deliveryMaxFacts) {
      const isLast = from + deliveryMaxFacts >= this.facts.length
      cuts.push({
        facts: this.facts.slice(from, from + deliveryMaxFacts),
        people: from === 0 ? people : [],
        accountId,
        marks: isLast ? this.marks : {},
        ...(isLast ? tally : {}),
        ...(isLast && this.asides.length > 0 ? { setAside: this.asides } : {}),
      })
    }
    return cuts
  }
}
