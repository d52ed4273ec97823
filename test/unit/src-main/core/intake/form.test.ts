import { describe, expect, it } from 'vitest'
import type { IncomingMessage } from '../../../../../src-main/core/conversation/message'
import { evolve } from '../../../../../src-main/core/desk/evolve'
import { record } from '../../../../../src-main/core/desk/record'
import { nextWake } from '../../../../../src-main/core/sla/next-wake'
import type { IntakeQuestion } from '../../../../../src-preload/contract/intake'
import { byAnna, hour, jonas, kinds, minute, mira, theDesk } from '../desk-on-paper'
import { BotOnPaper, botTicket } from './bot-on-paper'
import { category, details, orders, photo, question, reach, urgency, wholeForm } from './questions'

const codeOf = (bot: BotOnPaper) => bot.ticket.code

describe('the form of the bot', () => {
  it('leaves the customer’s number as the team wrote it where it is the same', () => {
    const bot = BotOnPaper.asking(reach)
    bot.write('Hello')
    const phone = '+358 40 123 4567'
    bot.desk.ask({ kind: 'change-contact', contact: { personId: mira.id, phone } })
    bot.write('', { content: { kind: 'contact', name: 'Mira', phone: '+358401234567', isOwn: true } })
    expect(bot.ticket.fields).toMatchObject([{ key: 'reach', value: '+358401234567' }])
    expect(bot.desk.state.contacts.get(mira.id)?.phone).toBe(phone)
  })

  it('asks one question after the other, then acknowledges the ticket', () => {
    const bot = BotOnPaper.asking(...wholeForm)
    bot.write('My parcel is late.')
    expect(bot.said('question')).toEqual(['What is category?'])
    expect(bot.said('acknowledgement')).toEqual([])
    bot.press('Delivery')
    bot.write('2')
    bot.write('Two parcels')
    bot.write('urgent')
    bot.write('', { content: { kind: 'contact', name: 'Mira', phone: '+358401234567', isOwn: true } })
    expect(bot.ticket.intake).toBeNull()
    expect(bot.ticket.fields).toEqual([
      { key: 'category', label: 'category', kind: 'choice', value: 'Delivery' },
      { key: 'orders', label: 'orders', kind: 'number', value: 2 },
      { key: 'details', label: 'details', kind: 'text', value: 'Two parcels' },
      { key: 'urgency', label: 'urgency', kind: 'choice', value: 'Urgent' },
      { key: 'reach', label: 'reach', kind: 'contact', value: '+358401234567' },
    ])
    expect(bot.ticket.priority).toBe('high')
    expect(bot.desk.state.contacts.get(mira.id)?.phone).toBe('+358401234567')
    expect(bot.said('hint')).toEqual([])
    const [acknowledged, ...more] = bot.said('acknowledgement')
    expect(acknowledged).toContain(codeOf(bot))
    expect(acknowledged).toContain('within 30 minutes')
    expect(more).toEqual([])
  })

  it('goes on while an agent’s reply waits for a person, which the customer’s answer stopped', () => {
    const bot = BotOnPaper.asking(...wholeForm)
    bot.write('My parcel is late.')
    const outboxId = bot.desk.reply('Which one?', { ticketId: botTicket })
    bot.writeUnread('Delivery')
    bot.arrive()
    bot.write('2')
    expect(bot.said('question')).toEqual(['What is category?', 'What is orders?', 'What is details?'])
    expect(bot.desk.state.outbox.get(outboxId)?.state).toMatchObject({ kind: 'failed', isStale: true })
    bot.desk.ask({ kind: 'retry-reply', ticketId: botTicket, outboxId })
    bot.arrive()
    expect(bot.got.at(-1)?.text).toBe('Which one?')
    expect(bot.desk.replayed()).toEqual(bot.desk.state)
  })

  it('leaves out what an earlier answer makes needless, and what hangs on that', () => {
    const after = question({
      ...{ key: 'box', kind: 'choice', onlyIf: { key: 'size', value: 'big' } },
      options: [
        { value: 'a', label: 'A' },
        { value: 'b', label: 'B' },
      ],
    })
    const size = question({
      ...{ key: 'size', kind: 'choice', onlyIf: { key: 'category', value: 'delivery' } },
      options: [
        { value: 'big', label: 'Big' },
        { value: 'small', label: 'Small' },
      ],
    })
    const bot = BotOnPaper.asking(category, size, after, urgency)
    bot.write('Hello')
    bot.press('Billing')
    expect(bot.said('question')).toEqual(['What is category?', 'What is urgency?'])
  })

  it('is on the ticket while it goes on, with a time when it ends by itself', () => {
    const bot = BotOnPaper.asking(category, details)
    bot.write('Hello')
    const { intake } = bot.ticket
    expect(intake).toMatchObject({ asked: 'category', misfits: 0 })
    expect(nextWake(bot.ticket, bot.desk.state.settings)).toBe(intake?.until)
  })

  it('takes what was written before the question arrived for no answer', () => {
    const bot = BotOnPaper.asking(details)
    bot.writeUnread('Hello')
    bot.writeUnread('My card')
    bot.writeUnread('is refused')
    bot.arrive()
    expect(bot.ticket).toMatchObject({ messages: 3, fields: [] })
    expect(bot.said('question')).toHaveLength(1)
    bot.write('Order 12')
    expect(bot.answers).toEqual({ details: 'Order 12' })
  })

  it('takes what was written before it but heard after it for no answer', () => {
    const bot = BotOnPaper.asking(details)
    const number = bot.desk.number + 2
    bot.desk.number += 2
    bot.writeUnread('Hello')
    bot.arrive()
    bot.writeUnread('Late', { number })
    expect(bot.answers).toEqual({})
    expect(bot.ticket.messages).toBe(2)
  })

  it('takes an answer to a question of which the desk does not know yet that it arrived', () => {
    const bot = BotOnPaper.asking(details)
    bot.writeUnread('Hello')
    const [entry] = [...bot.desk.state.outbox.values()]
    if (!entry) throw new Error('nothing was asked')
    bot.desk.now += minute
    bot.desk.ask({ kind: 'note-attempt', outboxId: entry.id })
    bot.writeUnread('At the same moment')
    expect(bot.answers).toEqual({})
    bot.desk.now += minute
    bot.writeUnread('Order 12')
    expect(bot.answers).toEqual({ details: 'Order 12' })
  })

  it('keeps to its own questions when it is edited meanwhile', () => {
    const bot = BotOnPaper.asking(category, details)
    bot.write('Hello')
    const form = { isOn: true, questions: [{ ...urgency, key: 'category' }] }
    bot.desk.ask({ kind: 'change-settings', patch: { intake: { form } } })
    bot.press('Billing')
    bot.write('Order 12')
    expect(bot.answers).toEqual({ category: 'Billing', details: 'Order 12' })
    expect(bot.said('acknowledgement')).toHaveLength(1)
  })

  it('goes on in a process that knows only the journal', () => {
    const bot = BotOnPaper.asking(category, details)
    bot.write('Hello')
    bot.press('Billing')
    bot.desk.state = bot.desk.replayed()
    bot.write('Order 12')
    expect(bot.answers).toEqual({ category: 'Billing', details: 'Order 12' })
    expect(bot.desk.replayed()).toEqual(bot.desk.state)
  })

  it('is asked again for a later ticket of the same customer, whose old buttons do nothing', () => {
    const bot = BotOnPaper.asking(category)
    bot.write('Hello')
    const old = bot.dataOf('Billing')
    bot.press('Billing')
    bot.desk.ask({ kind: 'change-status', ticketId: botTicket, to: 'closed', reason: 'done', until: null })
    bot.desk.now += 30 * 24 * hour
    bot.write('Hello again')
    expect(bot.said('question')).toHaveLength(2)
    expect(bot.press('Billing', old)).toEqual([])
    expect(bot.desk.ticket(`${botTicket}.2`).fields).toEqual([])
    bot.press('Delivery')
    expect(bot.desk.ticket(`${botTicket}.2`).fields).toMatchObject([{ value: 'Delivery' }])
  })
})

describe('an answer that does not fit', () => {
  it.each<[string, IntakeQuestion, string, Partial<IncomingMessage>, string]>([
    [
      'no choice',
      category,
      'Refund',
      {},
      'Choose one of these: Billing, Delivery, Something else altogether.',
    ],
    [
      'too long',
      { ...details, required: true },
      'x'.repeat(21),
      {},
      'Write it as text, at most 20 characters.',
    ],
    [
      'a photo',
      { ...details, required: true },
      '',
      { media: [photo] },
      'Write it as text, at most 20 characters.',
    ],
    ['no number', { ...orders, onlyIf: null }, 'some', {}, 'Write a number from 1 to 500.5.'],
    ['out of range', { ...orders, onlyIf: null }, '0', {}, 'Write a number from 1 to 500.5.'],
    ['no way to reach', reach, 'call me', {}, 'Share your number with the button'],
  ])('%s gets one hint, the question once more, and stays on the ticket', (_, asked, text, more, hint) => {
    const bot = BotOnPaper.asking(asked)
    bot.write('Hello')
    bot.write(text, more)
    const [said, ...others] = bot.said('hint')
    expect(others).toEqual([])
    expect(said).toContain(hint)
    expect(said).toContain(asked.text)
    expect(bot.ticket).toMatchObject({ messages: 2, fields: [], unread: 2 })
    bot.write(text, more)
    expect(bot.said('hint')).toHaveLength(1)
    expect(bot.said('acknowledgement')).toEqual([])
  })

  it('can be put right by the button under the hint, or under the question', () => {
    for (const at of [0, 1]) {
      const bot = BotOnPaper.asking(category)
      bot.write('Hello')
      bot.write('Refund')
      const [button] = bot.got[at]?.buttons?.[0] ?? []
      bot.press('Billing', button?.kind === 'choice' ? button.data : '')
      expect(bot.answers).toEqual({ category: 'Billing' })
    }
  })

  it('three times leaves an optional question out', () => {
    const bot = BotOnPaper.asking({ ...orders, onlyIf: null }, category)
    bot.write('Hello')
    for (const text of ['some', 'a few', 'many']) bot.write(text)
    expect(bot.ticket.intake?.asked).toBe('category')
    expect(bot.answers).toEqual({})
  })

  it('three times and more leaves a required one waiting until its time is over', () => {
    const bot = BotOnPaper.asking(category)
    bot.write('Hello')
    for (const text of ['one', 'two', 'three', 'four']) bot.write(text)
    expect(bot.ticket.intake?.asked).toBe('category')
    expect(bot.said('hint')).toHaveLength(1)
    bot.pass(15 * minute)
    expect(bot.ticket.intake).toBeNull()
    expect(bot.said('acknowledgement')).toHaveLength(1)
  })

  it('counts an album once', () => {
    const bot = BotOnPaper.asking({ ...details, maxLength: null }, category)
    bot.write('Hello')
    for (let part = 0; part < 5; part++) bot.writeUnread('', { media: [photo], albumId: 'a' })
    bot.arrive()
    expect(bot.ticket.intake).toMatchObject({ asked: 'details', misfits: 1 })
    expect(bot.said('hint')).toHaveLength(1)
  })
})

describe('a press', () => {
  it('told twice, or made twice, answers once', () => {
    const bot = BotOnPaper.asking(category, urgency)
    bot.write('Hello')
    const fact = bot.pressed(bot.dataOf('Billing'))
    const other = bot.pressed(bot.dataOf('Delivery'))
    expect(kinds(bot.desk.deliver([fact]))).toEqual(['field-answered', 'intake-moved', 'reply-queued'])
    expect(bot.desk.deliver([fact])).toEqual([])
    expect(bot.desk.deliver([other])).toEqual([])
    expect(bot.answers).toEqual({ category: 'Billing' })
  })

  it('by somebody else, or with data of their own making, does nothing', () => {
    const bot = BotOnPaper.asking(category)
    bot.write('Hello')
    const data = bot.dataOf('Billing')
    expect(bot.desk.deliver([bot.pressed(data, jonas.id)])).toEqual([])
    const [, askedBy] = data.split(':')
    for (const forged of ['x', `q:${askedBy}:9`, `q:${askedBy}:skip`, 'q:1:0', `q:${askedBy}`])
      expect(bot.desk.deliver([bot.pressed(forged)])).toEqual([])
    expect(bot.ticket.fields).toEqual([])
  })

  it('on Skip leaves an optional question out', () => {
    const bot = BotOnPaper.asking(details, category)
    bot.write('Hello')
    bot.press('Skip')
    expect(bot.ticket.intake?.asked).toBe('category')
    expect(bot.ticket.fields).toEqual([])
  })
})

it('the urgency that a customer names moves no priority that a person of the team has set', () => {
  const bot = BotOnPaper.asking(urgency)
  bot.write('Hello')
  bot.desk.ask({ kind: 'change-priority', ticketId: botTicket, priority: 'critical' }, byAnna)
  bot.press('Calm')
  expect(bot.answers).toEqual({ urgency: 'Calm' })
  expect(bot.ticket.priority).toBe('critical')
})

describe('the button that asks for a number', () => {
  const none = [[{ kind: 'none' }]]

  it('goes with the next word of the bot that has no buttons, also where the number was typed', () => {
    const bot = BotOnPaper.asking(reach, { ...details, required: true }, category)
    bot.write('Hello')
    bot.write('+358 40 123 4567')
    expect(bot.got.at(-1)).toMatchObject({ purpose: 'question', buttons: none })
    bot.write('Order 12')
    expect(bot.got.at(-1)?.buttons).toHaveLength(2)
    bot.press('Billing')
    expect(bot.got.at(-1)).toMatchObject({ purpose: 'acknowledgement', buttons: none })
  })

  it('goes with the acknowledgement when the time is over', () => {
    const bot = BotOnPaper.asking(reach)
    bot.write('Hello')
    bot.pass(15 * minute)
    expect(bot.got.at(-1)).toMatchObject({ purpose: 'acknowledgement', buttons: none })
  })

  it('was never there in a form that asks for none', () => {
    const bot = BotOnPaper.asking({ ...details, required: true })
    bot.write('Hello')
    bot.write('Order 12')
    for (const { buttons } of bot.got) expect(buttons).toBeUndefined()
  })
})

describe('the time for answers', () => {
  it('is 15 minutes from the last question; then the ticket is acknowledged as it is', () => {
    const bot = BotOnPaper.asking(category, urgency)
    bot.write('Hello')
    bot.pass(10 * minute)
    bot.press('Billing')
    bot.pass(14 * minute)
    expect(bot.ticket.intake?.asked).toBe('urgency')
    bot.pass(minute)
    expect(bot.ticket.intake).toBeNull()
    expect(bot.answers).toEqual({ category: 'Billing' })
    expect(bot.said('hint')).toEqual([])
    expect(bot.said('acknowledgement')).toHaveLength(1)
    expect(bot.press('Urgent')).toEqual([])
    bot.write('Still there?')
    expect(bot.said('acknowledgement')).toHaveLength(1)
  })

  it('begins when the question goes out, however long the link was down', () => {
    const bot = BotOnPaper.asking(category)
    bot.writeUnread('Hello')
    expect(nextWake({ ...bot.ticket, clocks: {} }, bot.desk.state.settings)).toBeNull()
    expect(bot.desk.pass(40 * minute, [botTicket])).toEqual([])
    expect(bot.ticket.intake?.asked).toBe('category')
    expect(bot.ticket.isAcknowledged).toBe(false)
    bot.arrive()
    expect(bot.ticket.intake?.until).toBe(bot.desk.now + 15 * minute)
    bot.press('Billing')
    expect(bot.answers).toEqual({ category: 'Billing' })
  })

  it('begins as well when the question could not be sent, so that the form has an end', () => {
    const bot = BotOnPaper.asking(category)
    bot.writeUnread('Hello')
    const outboxId = bot.ticket.intake?.askedBy ?? ''
    const refused = { kind: 'note-failure', outboxId, reason: 'No.', uncertain: false } as const
    bot.desk.ask({ kind: 'note-attempt', outboxId }, theDesk)
    bot.desk.ask(refused, theDesk)
    expect(bot.ticket.intake?.until).toBe(bot.desk.now + 15 * minute)
    bot.pass(15 * minute)
    expect(bot.ticket).toMatchObject({ intake: null, isAcknowledged: true })
  })

  it('that a desk of before counted for a question that waits is counted no more', () => {
    const bot = BotOnPaper.asking(category)
    bot.writeUnread('Hello')
    const { intake } = bot.ticket
    const run = intake && { ...intake, until: bot.desk.now + minute }
    const before = { kind: 'intake-moved', conversationId: botTicket, ticketId: botTicket, run } as const
    bot.desk.state = evolve(bot.desk.state, record(bot.desk.state.seq + 1, bot.desk.now, theDesk, before))
    expect(kinds(bot.desk.pass(minute, [botTicket]))).toEqual(['intake-moved'])
    expect(bot.ticket.intake?.until).toBeNull()
  })

  it('ends at once when a person of the team has answered, without more words of the bot', () => {
    const bot = BotOnPaper.asking(details, category)
    bot.write('Hello')
    bot.desk.reply('What is your order?', { ticketId: botTicket })
    bot.arrive()
    bot.write('Order 12')
    expect(bot.ticket).toMatchObject({ intake: null, fields: [] })
    expect(bot.got.at(-1)?.text).toBe('What is your order?')
    expect(bot.said('acknowledgement')).toEqual([])
  })

  it('is over on a ticket that was resolved meanwhile, and nothing is said', () => {
    const bot = BotOnPaper.asking(category)
    bot.write('Hello')
    bot.desk.ask(
      { kind: 'change-status', ticketId: botTicket, to: 'resolved', reason: 'spam', until: null },
      byAnna,
    )
    bot.press('Billing')
    expect(bot.ticket).toMatchObject({ intake: null, fields: [] })
    bot.pass(hour)
    expect(bot.said('acknowledgement')).toEqual([])
  })
})
