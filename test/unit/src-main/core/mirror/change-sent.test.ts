import { describe, expect, it } from 'vitest'
import { anna, iso, theDesk } from '../desk-on-paper'
import { type BotDesk, botChat, botTicket, staff } from '../telegram-on-paper'
import { mirrored, photo } from './mirrored'

/** A desk at which Anna answered Mira's chat with the bot. */
function answered() {
  const desk = mirrored()
  const outboxId = desk.reply('We lok into it.', { ticketId: botTicket })
  desk.drain()
  expect(desk.texts.at(-1)).toBe('Anna: We lok into it.')
  return { desk, outboxId }
}

/** The reply that delivers what Ravi wrote in the topic. */
const replyOf = (desk: BotDesk) => {
  const queued = desk.journal.recorded.filter(({ event }) => event.kind === 'reply-queued').at(-1)?.event
  return queued?.kind === 'reply-queued' ? queued.outboxId : ''
}

const edit = (desk: BotDesk, outboxId: string, text: string) =>
  desk.ask({ kind: 'edit-reply', ticketId: botTicket, outboxId, text, entities: [] })
const remove = (desk: BotDesk, outboxId: string) =>
  desk.ask({ kind: 'delete-reply', ticketId: botTicket, outboxId })
const takeOver = (desk: BotDesk) => desk.ask({ kind: 'assign-ticket', ticketId: botTicket, agentId: anna.id })
const refused = (desk: BotDesk) => {
  const [entry] = [...desk.state.outbox.values()].filter(({ isMirror }) => !isMirror)
  const failed = { outboxId: entry?.id ?? '', reason: 'It is too old.', uncertain: false }
  desk.ask({ kind: 'note-failure', ...failed }, theDesk)
  desk.drain()
}

describe('a reply edited at the desk', () => {
  it('changes for the customer and in the staff group', () => {
    const { desk, outboxId } = answered()
    edit(desk, outboxId, 'We look into it.')
    desk.drain()
    expect(desk.received).toEqual(['We look into it.'])
    expect(desk.texts).toEqual(['My card was refused.', 'Anna: We look into it.'])
  })

  it('is said in the topic where a colleague wrote it there, who alone could change that message', () => {
    const desk = mirrored()
    desk.answers('We lok into it.')
    desk.drain()
    takeOver(desk)
    edit(desk, replyOf(desk), 'We look into it.')
    desk.drain()
    expect(desk.received).toEqual(['We look into it.'])
    expect(desk.texts.slice(1)).toEqual([
      'We lok into it.',
      'Topicdesk: Anna took this over at the desk.',
      'Anna changed it for the customer: We look into it.',
    ])
  })

  it('has the copy say again what the customer sees, and why, where Telegram refuses', () => {
    const { desk, outboxId } = answered()
    edit(desk, outboxId, 'We look into it.')
    refused(desk)
    expect(desk.received).toEqual(['We lok into it.'])
    expect(desk.texts.slice(1)).toEqual([
      'Anna: We lok into it.',
      'Topicdesk: The customer was not shown the edit: It is too old.',
    ])
  })
})

describe('an edit in the topic that Telegram refuses at the customer', () => {
  it('leaves the conversation with what the customer sees', () => {
    const desk = mirrored()
    const message = desk.inStaffGroup({ text: 'We lok into it.' })
    desk.deliver([{ kind: 'message', message }])
    desk.drain()
    const edited = { ...message, text: 'We look into it.' }
    desk.deliver([{ kind: 'message-edited', message: edited, editedAt: iso(desk.now) }])
    const [shown] = desk.itemsOf(botTicket).filter((item) => item.id === `o:${replyOf(desk)}`)
    expect(shown).toMatchObject({ text: 'We look into it.', changing: { kind: 'edit' } })
    refused(desk)
    const [after] = desk.itemsOf(botTicket).filter((item) => item.id === `o:${replyOf(desk)}`)
    expect(after).toMatchObject({ text: 'We lok into it.', versions: [] })
  })
})

describe('a reply deleted at the desk', () => {
  it('goes at the customer, and its copy stays with a word on it', () => {
    const { desk, outboxId } = answered()
    remove(desk, outboxId)
    desk.drain()
    expect(desk.received).toEqual([])
    expect(desk.texts.slice(1)).toEqual([
      'Anna: We lok into it.',
      'Topicdesk: Anna deleted this message for the customer.',
    ])
    expect(desk.seenTopic.messages.at(-1)?.replyTo).toBe(desk.seenTopic.messages.at(-2)?.number)
  })

  it('is not laid at the customer’s door when Telegram tells of it', () => {
    const { desk, outboxId } = answered()
    const number = desk.customer.at(-1)?.number ?? 0
    remove(desk, outboxId)
    desk.deliver([{ kind: 'messages-deleted', chatId: botChat, numbers: [number], at: iso(desk.now) }])
    desk.drain()
    expect(desk.texts.filter((text) => text.includes('Mira deleted'))).toEqual([])
  })

  it('takes all parts of what a colleague wrote in the topic', () => {
    const desk = mirrored()
    desk.answers('long '.repeat(400), { media: [photo('p')] })
    desk.drain()
    expect(desk.received).toHaveLength(2)
    takeOver(desk)
    remove(desk, replyOf(desk))
    desk.drain()
    expect(desk.received).toEqual([])
    const gone = desk.itemsOf(botTicket).filter((item) => item.kind === 'message' && item.deletedAt !== null)
    expect(gone).toHaveLength(2)
    expect(desk.replayed()).toEqual(desk.state)
  })

  it('is not said to be there still when its author deletes it in the topic meanwhile', () => {
    const desk = mirrored()
    desk.answers('Wrong window')
    const written = desk.number
    desk.drain()
    takeOver(desk)
    remove(desk, replyOf(desk))
    desk.deliver([{ kind: 'messages-deleted', chatId: staff.id, numbers: [written], at: iso(desk.now) }])
    desk.drain()
    expect(desk.received).toEqual([])
    expect(desk.texts.filter((text) => text.includes('still has it'))).toEqual([])
  })
})

it('nothing is deleted where the customer has blocked the bot', () => {
  const { desk, outboxId } = answered()
  desk.deliver([{ kind: 'bot-blocked', chatId: botChat, isBlocked: true, at: iso(desk.now) }])
  const refusal = desk.refusal({ kind: 'delete-reply', ticketId: botTicket, outboxId })
  expect(refusal).toMatchObject({ code: 'not-allowed' })
  expect(refusal.message).toContain('blocked')
})
