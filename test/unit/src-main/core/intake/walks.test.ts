import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPress } from '../../../../../src-main/core/intake/intake-run'
import { nextWake } from '../../../../../src-main/core/sla/next-wake'
import type { IntakeQuestion } from '../../../../../src-preload/contract/intake'
import { byAnna, minute } from '../desk-on-paper'
import { BotOnPaper, botTicket } from './bot-on-paper'
import { photo, wholeForm } from './questions'

const words = [
  'Billing',
  'delivery',
  'Refund',
  '3',
  '3,5',
  '9999',
  'Calm',
  'urgent',
  'Order 12',
  'x'.repeat(30),
]
const texts = [...words, 'skip', '+358 40 123 4567', 'mira@example.com', '']
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('write' as const), text: fc.constantFrom(...texts) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('photo' as const), album: fc.constantFrom(null, 'a', 'b') }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('press' as const), which: fc.nat(40), twice: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('pass' as const), minutes: fc.nat(20) }) },
  { weight: 4, arbitrary: fc.constant({ do: 'arrive' as const }) },
  { weight: 5, arbitrary: fc.constant({ do: 'answer' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'reply' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'resolve' as const }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('edit-form' as const), from: fc.nat(4) }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** What fits each question. */
const right: Readonly<Record<string, string>> = {
  ...{ category: 'Delivery', orders: '3', details: 'Order 12', urgency: 'urgent', reach: 'mira@example.com' },
}

function take(bot: BotOnPaper, one: Step): void {
  const { desk } = bot
  switch (one.do) {
    case 'write':
      bot.writeUnread(one.text)
      break
    case 'answer': {
      const asked = desk.state.tickets.get(botTicket)?.intake?.asked
      if (asked !== undefined) bot.write(right[asked] ?? '')
      break
    }
    case 'photo':
      bot.writeUnread('', { media: [photo], albumId: one.album })
      break
    case 'press': {
      const buttons = bot.got.flatMap(({ buttons = [] }) => buttons.flat())
      const button = buttons[one.which % Math.max(1, buttons.length)]
      if (button?.kind !== 'choice') return
      const fact = bot.pressed(button.data)
      desk.deliver(one.twice ? [fact, fact] : [fact])
      break
    }
    case 'pass':
      bot.pass(one.minutes * minute)
      break
    case 'arrive':
      bot.arrive()
      break
    case 'reply':
      if (desk.state.tickets.has(botTicket)) desk.reply('We look into it.', { ticketId: botTicket })
      break
    case 'resolve': {
      const resolve = { kind: 'change-status', to: 'resolved', reason: 'done', until: null } as const
      if (desk.state.tickets.has(botTicket)) desk.ask({ ...resolve, ticketId: botTicket }, byAnna)
      break
    }
    case 'edit-form':
      desk.ask({
        kind: 'change-settings',
        patch: { intake: { form: { isOn: true, questions: wholeForm.slice(one.from) } } },
      })
  }
}

function walked(steps: readonly Step[]): BotOnPaper {
  const bot = BotOnPaper.asking(...wholeForm)
  for (const one of steps) take(bot, one)
  bot.arrive()
  return bot
}

/** Whether a value is one its question could be answered with. */
function satisfies({ kind, options, maxLength, min, max }: IntakeQuestion, value: string | number): boolean {
  if (typeof value === 'number')
    return kind === 'number' && value >= (min ?? value) && value <= (max ?? value)
  if (kind === 'text') return value !== '' && [...value].length <= (maxLength ?? Infinity)
  if (kind === 'contact') return /^\+|@/.test(value)
  return options.some(({ label }) => label === value)
}

const walks = fc.array(step, { minLength: 5, maxLength: 60, size: 'max' })

describe('whatever a customer does in the bot chat', () => {
  it('is a walk worth taking: forms end with answers, and without', () => {
    const bots = fc.sample(walks, { numRuns: 60, seed: 3 }).map(walked)
    const tickets = bots.flatMap(({ desk }) => [...desk.state.tickets.values()])
    const fields = new Set(tickets.flatMap((ticket) => ticket.fields.map(({ key }) => key)))
    expect([...fields].sort()).toEqual(['category', 'details', 'orders', 'reach', 'urgency'])
    expect(tickets.some(({ isAcknowledged }) => isAcknowledged)).toBe(true)
    expect(tickets.some(({ intake }) => intake !== null)).toBe(true)
  })

  it('answers on the ticket fit their questions, and their conditions hold', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const { desk } = walked(steps)
        for (const { fields } of desk.state.tickets.values())
          for (const { key, value } of fields) {
            const asked = wholeForm.find((one) => one.key === key)
            expect(asked && satisfies(asked, value), `${key}: ${value}`).toBe(true)
            if (key === 'orders')
              expect(fields).toContainEqual(expect.objectContaining({ value: 'Delivery' }))
          }
      }),
    )
  })

  it('no ticket is acknowledged twice, asked the same twice, or hinted at more than once a question', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const { desk, got } = walked(steps)
        for (const { id, isAcknowledged } of desk.state.tickets.values()) {
          const said = got.filter(({ ticketId }) => ticketId === id)
          const acknowledgements = said.filter(({ purpose }) => purpose === 'acknowledgement')
          expect(acknowledgements).toHaveLength(isAcknowledged ? 1 : 0)
          const asked = said.filter(({ purpose }) => purpose === 'question').map(({ text }) => text)
          expect(new Set(asked).size).toBe(asked.length)
          const hints = said.filter(({ purpose }) => purpose === 'hint').map(({ text }) => text)
          expect(new Set(hints).size).toBe(hints.length)
        }
      }),
    )
  })

  it('every message is on the ticket, and every replay of the journal comes out the same', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const bot = walked(steps)
        const { desk } = bot
        const kept = desk.journal.recorded.filter(({ event }) => event.kind === 'message-received')
        expect(kept).toHaveLength(bot.wrote)
        expect(desk.replayed()).toEqual(desk.state)
      }),
    )
  })

  it('a form ends by itself: 15 minutes after the last word of the bot nothing waits for the customer', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const bot = walked(steps)
        bot.pass(16 * minute)
        for (const ticket of bot.desk.state.tickets.values()) {
          expect(ticket.intake).toBeNull()
          const wake = nextWake(ticket, bot.desk.state.settings)
          if (wake !== null) expect(wake).toBeGreaterThan(bot.desk.now)
        }
      }),
    )
  })

  it('a button belongs to one question of one ticket', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const { got } = walked(steps)
        const owners = new Map<string, string>()
        for (const { buttons = [], ticketId, purpose, id, text } of got)
          for (const button of buttons.flat()) {
            if (button.kind !== 'choice') continue
            const askedBy = readPress(button.data)?.askedBy ?? ''
            if (purpose === 'question') expect(askedBy).toBe(id)
            const owner = `${ticketId} ${text.split('\n').at(-1)}`
            expect(owners.get(askedBy) ?? owner).toBe(owner)
            owners.set(askedBy, owner)
          }
      }),
    )
  })
})
