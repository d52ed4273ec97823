import { describe, expect, it } from 'vitest'
import { anna, byAnna, byRavi, DeskOnPaper, jonas, kinds, ravi, theDesk, ticketId } from '../desk-on-paper'

function deskWithTicket(): DeskOnPaper {
  const desk = DeskOnPaper.open()
  desk.topic()
  desk.hear()
  return desk
}
const claim = { kind: 'claim-ticket', ticketId } as const
const release = { kind: 'release-ticket', ticketId } as const

describe('who has a ticket', () => {
  it('a new ticket that is claimed is in progress', () => {
    const desk = deskWithTicket()
    desk.ask(claim)
    expect(desk.ticket()).toMatchObject({ assignee: anna.id, status: 'in_progress' })
  })

  it('claiming twice by the holder is no event', () => {
    const desk = deskWithTicket()
    desk.ask(claim)
    expect(desk.ask(claim)).toEqual([])
  })

  it("someone else's ticket cannot be claimed, and the refusal says whose it is", () => {
    const desk = deskWithTicket()
    desk.ask(claim, byRavi)
    expect(desk.refusal(claim, byAnna)).toMatchObject({ code: 'conflict', message: "Already Ravi's." })
    expect(desk.ticket().assignee).toBe(ravi.id)
  })

  it('only a person can claim', () => {
    expect(deskWithTicket().refusal(claim, theDesk).code).toBe('forbidden')
  })

  it('a ticket given back before anyone answered waits as open', () => {
    const desk = deskWithTicket()
    desk.ask(claim)
    desk.ask(release)
    expect(desk.ticket()).toMatchObject({ assignee: null, status: 'open' })
    expect(desk.ask(release)).toEqual([])
  })

  it('a ticket given back after an answer stays in progress', () => {
    const desk = deskWithTicket()
    desk.ask(claim)
    desk.send(desk.reply())
    desk.ask(release)
    expect(desk.ticket()).toMatchObject({ assignee: null, status: 'in_progress' })
  })

  it('nobody gives back what someone else holds', () => {
    const desk = deskWithTicket()
    desk.ask(claim, byRavi)
    expect(desk.refusal(release).code).toBe('conflict')
  })

  it('a new ticket given to a colleague is open; taken over by oneself it is in progress', () => {
    const desk = deskWithTicket()
    desk.ask({ kind: 'assign-ticket', ticketId, agentId: ravi.id })
    expect(desk.ticket()).toMatchObject({ assignee: ravi.id, status: 'open' })
    expect(desk.ask({ kind: 'assign-ticket', ticketId, agentId: ravi.id })).toEqual([])
    desk.ask({ kind: 'assign-ticket', ticketId, agentId: anna.id })
    expect(desk.ticket()).toMatchObject({ assignee: anna.id, status: 'in_progress' })
  })

  it('a ticket is not given to a customer', () => {
    const desk = deskWithTicket()
    expect(desk.refusal({ kind: 'assign-ticket', ticketId, agentId: jonas.id })).toMatchObject({
      code: 'invalid-input',
      more: { field: 'agentId' },
    })
  })

  it('an answer from the desk takes a ticket that nobody has', () => {
    const desk = deskWithTicket()
    desk.send(desk.reply())
    expect(desk.ticket().assignee).toBe(anna.id)
  })

  it('a ticket that is not there is not found', () => {
    expect(deskWithTicket().refusal({ kind: 'claim-ticket', ticketId: 'no' }).code).toBe('not-found')
  })

  it('a closed ticket is read-only apart from being reopened', () => {
    const desk = deskWithTicket()
    desk.ask({ kind: 'change-status', ticketId, to: 'closed', reason: null, until: null })
    const refused = [
      claim,
      { kind: 'assign-ticket', ticketId, agentId: ravi.id },
      { kind: 'change-priority', ticketId, priority: 'high' },
      { kind: 'rename-ticket', ticketId, title: 'Other' },
      { kind: 'add-note', ticketId, noteId: 'n1', text: 'A note' },
    ] as const
    for (const intent of refused) expect(desk.refusal(intent).code).toBe('not-allowed')
    expect(
      kinds(desk.ask({ kind: 'change-status', ticketId, to: 'open', reason: null, until: null })),
    ).toEqual(['status-changed', 'topic-task-queued'])
    expect(desk.ask(claim)).toHaveLength(2)
  })

  it('a new title or priority is an event, the same again is none', () => {
    const desk = deskWithTicket()
    expect(kinds(desk.ask({ kind: 'rename-ticket', ticketId, title: ' Card ' }))).toEqual(['ticket-renamed'])
    expect(desk.ask({ kind: 'rename-ticket', ticketId, title: 'Card' })).toEqual([])
    expect(desk.refusal({ kind: 'rename-ticket', ticketId, title: '  ' }).more.field).toBe('title')
    expect(desk.refusal({ kind: 'rename-ticket', ticketId, title: 'x'.repeat(129) }).more.field).toBe('title')
    expect(kinds(desk.ask({ kind: 'change-priority', ticketId, priority: 'high' }))).toEqual([
      'priority-changed',
    ])
    expect(desk.ask({ kind: 'change-priority', ticketId, priority: 'high' })).toEqual([])
  })
})
