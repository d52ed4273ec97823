import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDone } from '../../../../../src-main/core/ticket/transitions'
import { unsound } from '../desk/sound'
import { kinds, mira } from '../desk-on-paper'
import { botTicket } from '../telegram-on-paper'
import { type MirrorStep, mirrorStep } from './mirror-step'
import { MirrorWalk } from './mirror-walk'

const walks = fc.array(mirrorStep, { minLength: 10, maxLength: 90, size: 'max' })
const runs = { numRuns: 150, seed: 20261121 }

const says = { do: 'says', files: 0 } as const
const reply = { do: 'reply', after: 'nothing' } as const
const send = { do: 'send', how: 'sent', nth: 0 } as const
const hear = { do: 'hear', count: 5 } as const
/** Walks on which replies are at the customer already, and are changed more often than most things happen. */
const changes = fc.oneof(
  mirrorStep,
  fc.record({ do: fc.constantFrom('desk-edits' as const, 'desk-deletes' as const), nth: fc.nat(2) }),
  fc.record({
    do: fc.constant('send' as const),
    how: fc.constantFrom('sent', 'lost', 'refused'),
    nth: fc.nat(1),
  }),
)
const changing = fc
  .array(changes, { minLength: 5, maxLength: 40, size: 'max' })
  .map((steps) => [says, hear, reply, reply, send, send, send, send, hear, ...steps] as readonly MirrorStep[])

function walked(steps: readonly MirrorStep[], isSettled = true): MirrorWalk {
  const walk = new MirrorWalk()
  for (const step of steps) walk.take(step)
  if (isSettled) walk.settle()
  return walk
}

describe('whatever happens between a private chat and the staff group', () => {
  it('is a walk worth taking: every kind of event of both comes up', () => {
    const seen = new Set<string>()
    for (const steps of fc.sample(walks, { numRuns: 150, seed: 1 }))
      for (const { event } of walked(steps).desk.journal.recorded) seen.add(event.kind)
    const wanted = [
      ...[
        'bot-blocked',
        'bot-unblocked',
        'group-left',
        'message-deleted',
        'message-edited',
        'mirror-begun',
        'mirror-changed',
      ],
      ...['not-carried', 'note-added', 'reply-discarded', 'reply-extended', 'reply-failed', 'reply-retried'],
      ...['reply-sent', 'topic-task-done', 'topic-task-extended', 'topic-task-failed', 'topic-task-queued'],
    ]
    expect(wanted.filter((kind) => !seen.has(kind))).toEqual([])
  })

  it('the customer gets each reply at most once, and only what a person wrote to them', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const { receivedFirst, desk } = walked(steps)
        const words = receivedFirst.filter((text) => text !== '')
        expect(words.filter((text, at) => words.indexOf(text) !== at)).toEqual([])
        for (const { text } of desk.customer.filter(({ by }) => by === 'desk'))
          expect(text).toMatch(/^$|^(desk|colleague|edit) \d+$/)
      }),
      runs,
    )
  })

  it('the customer has every reply that is not said to have failed', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const { receivedFirst, desk } = walked(steps)
        const gone = new Set<string>()
        for (const { event } of desk.journal.recorded)
          if (event.kind === 'reply-discarded') gone.add(event.outboxId)
        for (const { event } of desk.journal.recorded)
          if (event.kind === 'reply-queued' && event.purpose === undefined && event.text !== '') {
            const isKnown = gone.has(event.outboxId) || desk.state.outbox.has(event.outboxId)
            expect(isKnown || receivedFirst.includes(event.text)).toBe(true)
          }
      }),
      runs,
    )
  })

  it('the desk shows of each reply what the customer sees of it, unless it says that a change is on its way', () => {
    fc.assert(
      fc.property(changing, (steps) => {
        const { desk } = walked(steps)
        if (!desk.state.tickets.has(botTicket)) return
        for (const item of desk.itemsOf(botTicket, 5000)) {
          const number = item.kind === 'message' && desk.arrived.get(item.outboxId ?? '')
          if (item.kind !== 'message' || !number || !item.canDelete || item.changing) continue
          const seen = desk.customer.find((one) => one.number === number)
          expect([item.id, seen?.text ?? null]).toEqual([item.id, item.deletedAt === null ? item.text : null])
        }
      }),
      runs,
    )
  })

  it('no topic shows a message of the customer twice', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const { desk } = walked(steps.filter((step) => step.do !== 'customer-edits'))
        for (const { messages } of desk.topics.values()) {
          const copies = messages.filter(({ by, text }) => by === 'desk' && /^customer \d+$/.test(text))
          expect(new Set(copies.map(({ text }) => text)).size).toBe(copies.length)
        }
      }),
      runs,
    )
  })

  it('the staff group was shown every message of the customer, though its topic was deleted on the way', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const first = steps.findIndex((step) => step.do === 'delete')
        const isQuiet = (step: MirrorStep, at: number) =>
          step.do !== 'leave' &&
          step.do !== 'customer-edits' &&
          (step.do !== 'delete' || at === first) &&
          (step.do !== 'send' || step.how !== 'refused')
        const walk = walked(steps.filter(isQuiet))
        const shown = walk.shown.join('\n')
        for (const fact of walk.told)
          if (fact.kind === 'message' && /^(customer|program) \d+$/.test(fact.message.text))
            if (walk.desk.state.tickets.has(botTicket)) expect(shown).toContain(fact.message.text)
      }),
      runs,
    )
  })

  it('comes to rest, and topic and ticket agree on what is closed', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const { desk, ticketId } = walked(
          steps.filter((step) => step.do !== 'send' || step.how !== 'refused'),
        )
        const mirror = desk.state.conversations.get(botTicket)?.mirror
        const topic = desk.topics.get(mirror?.topicId ?? -1)
        if (mirror && topic && mirror.state !== 'deleted')
          expect(topic.isClosed).toBe(mirror.state === 'closed')
        const ticket = [...desk.state.tickets.values()].find(({ id }) => id === ticketId)
        if (mirror && topic && ticket && !isDone(ticket.status)) expect(topic.isClosed).toBe(false)
        if (mirror && topic && ticket?.status === 'resolved') expect(topic.isClosed).toBe(true)
      }),
      runs,
    )
  })

  it('fits together after every step', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const walk = new MirrorWalk()
        for (const step of steps) {
          walk.take(step)
          expect(unsound(walk.desk.state)).toEqual([])
        }
      }),
      runs,
    )
  })

  it('makes no ticket and no conversation of what the team says', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const { state } = walked(steps).desk
        for (const { customerId, conversationId } of state.tickets.values())
          expect([customerId, conversationId]).toEqual([mira.id, botTicket])
        expect(state.conversations.size).toBeLessThanOrEqual(1)
      }),
      runs,
    )
  })

  it('hears nothing new in what Telegram tells twice', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const { desk, told } = walked(steps)
        for (const fact of told.filter(({ kind }) => kind === 'message' || kind === 'topic-created'))
          expect(kinds(desk.deliver([fact])).filter((kind) => kind !== 'telegram-read')).toEqual([])
      }),
      runs,
    )
  })

  it('is the same when the journal is replayed, and shows every item once', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const { desk } = walked(steps, false)
        expect(desk.replayed()).toEqual(desk.state)
        if (!desk.state.tickets.has(botTicket)) return
        const ids = desk.itemsOf(botTicket, 5000).map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
      }),
      runs,
    )
  })
})
