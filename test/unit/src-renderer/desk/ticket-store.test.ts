import { describe, expect, it } from 'vitest'
import type { Events } from '../../../../src-preload/contract/events'
import type { Outcome } from '../../../../src-preload/contract/outcome'
import type { TicketView } from '../../../../src-preload/contract/ticket'
import { createTickets, type TicketDesk } from '../../../../src-renderer/desk/ticket-store'
import { plainTicket as ticket } from './plain-ticket'

function stage() {
  let tell: (news: Events['ticket-changed']) => void = () => {
    throw new Error('nobody listens yet')
  }
  const desk: TicketDesk = {
    on: (event, listener) => {
      if (event !== 'ticket-changed') throw new Error(`unknown event ${event}`)
      tell = listener as typeof tell
      return () => undefined
    },
    tickets: { get: async () => ({ ok: true, value: ticket }) },
  }
  const tickets = createTickets(() => desk)
  let resolve: (outcome: Outcome<TicketView>) => void = () => undefined
  const promise = new Promise<Outcome<TicketView>>((done) => {
    resolve = done
  })
  return {
    tickets,
    answer: { promise, resolve: (outcome: Outcome<TicketView>) => resolve(outcome) },
    tell: (news: Events['ticket-changed']) => tell(news),
    shown: () => tickets.use.getState().byId.get('t')?.view,
  }
}
const refusal = { ok: false, failure: { code: 'conflict', message: 'Ravi claimed DSA312 first.' } } as const

describe('a change of a ticket', () => {
  it('shows at once and goes back when it is refused', async () => {
    const { tickets, answer, shown } = stage()
    await tickets.open('t')
    const changing = tickets.change('t', { priority: 'high' }, answer.promise)
    expect(shown()?.priority).toBe('high')
    answer.resolve(refusal)
    expect(await changing).toEqual(refusal)
    expect(shown()?.priority).toBe('medium')
  })
  it('leaves other changes under way alone when it goes back', async () => {
    const { tickets, answer, shown } = stage()
    await tickets.open('t')
    const changing = tickets.change('t', { priority: 'high' }, answer.promise)
    void tickets.change('t', { title: 'Twice' }, new Promise(() => undefined))
    answer.resolve(refusal)
    await changing
    expect(shown()).toMatchObject({ priority: 'medium', title: 'Twice' })
  })
  it('does not put its answer over an event that came meanwhile', async () => {
    const { tickets, answer, tell, shown } = stage()
    await tickets.open('t')
    const changing = tickets.change('t', { priority: 'high' }, answer.promise)
    tell({ revision: 7, ticket: { ...ticket, priority: 'critical' } })
    answer.resolve({ ok: true, value: { ...ticket, priority: 'high' } })
    await changing
    expect(shown()?.priority).toBe('critical')
  })
  it('is not undone by old news', async () => {
    const { tickets, tell, shown } = stage()
    await tickets.open('t')
    tell({ revision: 7, ticket: { ...ticket, title: 'Seven' } })
    tell({ revision: 6, ticket: { ...ticket, title: 'Six' } })
    expect(shown()?.title).toBe('Seven')
  })
})
