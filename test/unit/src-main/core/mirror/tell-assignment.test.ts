import { describe, expect, it } from 'vitest'
import { anna, byAnna, byRavi, DeskOnPaper, day, iso, mira, ravi, theDesk, ticketId } from '../desk-on-paper'
import { BotDesk, botTicket, fern, staff } from '../telegram-on-paper'
import { mirrored, waiting } from './mirrored'

/** What the topic says after what it said before. */
function saidSince(desk: BotDesk, acts: () => void): readonly string[] {
  const before = desk.texts.length
  acts()
  desk.drain()
  return desk.texts.slice(before)
}

describe('who has a ticket is told in the staff topic', () => {
  it('when it is claimed at the desk, once', () => {
    const desk = mirrored()
    const said = saidSince(desk, () => {
      desk.ask({ kind: 'claim-ticket', ticketId: botTicket }, byAnna)
      desk.ask({ kind: 'claim-ticket', ticketId: botTicket }, byAnna)
    })
    expect(said).toEqual(['Topicdesk: Anna took this at the desk.'])
    expect(desk.received).toEqual([])
  })

  it('when it is taken over at the desk from whoever claimed it by a command', () => {
    const desk = mirrored()
    desk.answers('/claim')
    desk.drain()
    const said = saidSince(desk, () =>
      desk.ask({ kind: 'assign-ticket', ticketId: botTicket, agentId: anna.id }, byAnna),
    )
    expect(said).toEqual(['Topicdesk: Anna took this over at the desk.'])
  })

  it('when it is released at the desk, by its holder or by giving it to nobody', () => {
    const desk = mirrored()
    desk.ask({ kind: 'claim-ticket', ticketId: botTicket }, byAnna)
    desk.drain()
    const release = () => desk.ask({ kind: 'release-ticket', ticketId: botTicket }, byAnna)
    expect(saidSince(desk, release)).toEqual(['Topicdesk: Anna released this at the desk.'])
    expect(saidSince(desk, release)).toEqual([])
    desk.answers('/claim')
    desk.drain()
    const giveBack = () => desk.ask({ kind: 'assign-ticket', ticketId: botTicket, agentId: null }, byAnna)
    expect(saidSince(desk, giveBack)).toEqual(['Topicdesk: Anna released this at the desk.'])
  })

  it('when it is given to a colleague at the desk', () => {
    const desk = mirrored()
    const said = saidSince(desk, () =>
      desk.ask({ kind: 'assign-ticket', ticketId: botTicket, agentId: ravi.id }, byAnna),
    )
    expect(said).toEqual(['Topicdesk: Anna gave this to Ravi at the desk.'])
  })

  it('by its code, where the customer has a newer ticket', () => {
    const desk = mirrored()
    const { code } = desk.ticket(botTicket)
    desk.ask({ kind: 'change-status', ticketId: botTicket, to: 'resolved', reason: null, until: null })
    desk.drain()
    desk.now += 20 * day
    desk.says({ text: 'Something else.' })
    desk.drain()
    expect(desk.state.conversations.get(botTicket)?.ticketIds).toHaveLength(2)
    const said = saidSince(desk, () =>
      desk.ask({ kind: 'assign-ticket', ticketId: botTicket, agentId: anna.id }, byAnna),
    )
    expect(said).toEqual([`Topicdesk: Anna took ${code} at the desk.`])
  })
})

describe('the staff topic is not told', () => {
  it('of a command that was written there, but answers it once', () => {
    const desk = mirrored()
    const { code } = desk.ticket(botTicket)
    const said = saidSince(desk, () => desk.answers('/claim'))
    expect(said).toEqual(['/claim', `Topicdesk: Ravi has ${code} now.`])
  })

  it('of what the desk does by itself', () => {
    const desk = mirrored()
    desk.answers('/claim')
    desk.drain()
    const said = saidSince(desk, () =>
      desk.ask({ kind: 'assign-ticket', ticketId: botTicket, agentId: null }, theDesk),
    )
    expect(said).toEqual([])
  })

  it('of a claim that was refused, nor of a status', () => {
    const desk = mirrored()
    desk.ask({ kind: 'claim-ticket', ticketId: botTicket }, byAnna)
    desk.drain()
    const said = saidSince(desk, () => {
      desk.refusal({ kind: 'claim-ticket', ticketId: botTicket }, byRavi)
      for (const to of ['pending_customer', 'in_progress', 'resolved', 'open'] as const)
        desk.ask({ kind: 'change-status', ticketId: botTicket, to, reason: 'so', until: null })
    })
    expect(said).toEqual([])
  })

  it('where there is none: neither the customer nor anyone else is written to', () => {
    const inGroup = DeskOnPaper.open()
    inGroup.deliver([{ kind: 'message', message: inGroup.message({ text: 'My card was refused.' }) }])
    const before = inGroup.state.outbox.size
    inGroup.ask({ kind: 'claim-ticket', ticketId }, byAnna)
    expect(inGroup.state.outbox.size).toBe(before)

    const bot = Object.assign(new BotDesk(), DeskOnPaper.open())
    bot.ask({ kind: 'sign-in', account: fern })
    bot.says({ text: 'My card was refused.' })
    bot.drain()
    bot.ask({ kind: 'claim-ticket', ticketId: botTicket }, byAnna)
    expect(waiting(bot)).toEqual([])
    expect(bot.state.outbox.size).toBe(0)
  })

  it('where the topic was deleted', () => {
    const desk = mirrored()
    const { topicId } = desk
    desk.topics.delete(topicId)
    desk.deliver([{ kind: 'topic-deleted', chatId: staff.id, topicId, at: iso(desk.now) }])
    desk.ask({ kind: 'claim-ticket', ticketId: botTicket }, byAnna)
    expect(waiting(desk)).toEqual([])
    expect(desk.ticket(botTicket)).toMatchObject({ assignee: anna.id, customerId: mira.id })
  })
})
