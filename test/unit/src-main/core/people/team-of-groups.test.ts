import { describe, expect, it } from 'vitest'
import { mainAccount } from '../../../../../src-main/core/people/accounts'
import { isTeam, teamView } from '../../../../../src-main/core/people/names'
import { Refusal } from '../../../../../src-main/core/refusal'
import { anna, chatId, DeskOnPaper, fernline, iso, ravi, ticketId } from '../desk-on-paper'

const other = { id: '-100600', title: 'Oakline Help', accountId: anna.id, role: 'public' } as const

describe('the team', () => {
  it('is offered with whoever sits at the desk first, then by name, without the bot beside them', () => {
    const desk = DeskOnPaper.open()
    desk.deliver([{ kind: 'team', groupId: chatId, agents: [anna, ravi] }])
    desk.ask({ kind: 'sign-in', account: { id: '9', name: 'Aaron', username: null, kind: 'user' } })
    desk.ask({ kind: 'sign-in', account: { id: '90', name: 'A bot', username: 'a_bot', kind: 'bot' } })
    const offered = () => teamView(desk.state).map(({ name }) => name)
    expect(mainAccount(desk.state)?.name).toBe('Anna')
    expect(offered()).toEqual(['Anna', 'Aaron', 'Ravi'])
    for (const accountId of [anna.id, '9']) desk.ask({ kind: 'sign-out', accountId, reason: 'by-agent' })
    expect(offered(), 'a bot alone answers for the desk').toContain('A bot')
  })

  it('is left at once by an account that is signed out, unless a group names it', () => {
    const desk = DeskOnPaper.open()
    desk.hear()
    desk.ask({ kind: 'sign-in', account: { id: '9', name: 'Aaron', username: null, kind: 'user' } })
    const give = { kind: 'assign-ticket', ticketId, agentId: '9' } as const
    desk.ask(give)
    desk.ask({ ...give, agentId: null })
    for (const accountId of ['9', anna.id]) desk.ask({ kind: 'sign-out', accountId, reason: 'by-agent' })
    expect(desk.state.team).toEqual([anna.id, ravi.id])
    expect(() => desk.ask(give)).toThrow(Refusal)
    expect(desk.replayed()).toEqual(desk.state)
  })

  it('keeps who sits at the desk when an account is renamed', () => {
    const desk = DeskOnPaper.open()
    desk.ask({ kind: 'sign-in', account: { id: ravi.id, name: 'Ravi', username: null, kind: 'user' } })
    desk.ask({ kind: 'sign-in', account: { id: anna.id, name: 'Anna K', username: 'anna', kind: 'user' } })
    expect(desk.state.accounts.map(({ name }) => name)).toEqual(['Anna K', 'Ravi'])
    expect(mainAccount(desk.state)?.id).toBe(anna.id)
  })

  it('goes by its own names and languages, whatever an account calls them in its address book', () => {
    const desk = DeskOnPaper.open()
    desk.deliver([], [{ ...ravi, language: 'de' }])
    const team = (name: string) =>
      desk.deliver([{ kind: 'team', groupId: chatId, agents: [anna, { ...ravi, name, isSavedName: true }] }])
    expect(team('Ravi the slow')).toEqual([])
    expect(desk.state.people.get(ravi.id)).toEqual({ ...ravi, language: 'de' })
  })

  it('is that of the groups that are followed: who had a say in one that was left is a customer elsewhere', () => {
    const desk = DeskOnPaper.open()
    desk.ask({ kind: 'follow-group', group: other })
    desk.deliver([{ kind: 'team', groupId: other.id, agents: [anna] }])
    desk.ask({ kind: 'leave-group', groupId: chatId })
    desk.deliver([{ kind: 'team', groupId: chatId, agents: [anna, ravi] }])
    expect(isTeam(desk.state, ravi.id)).toBe(false)
    expect(isTeam(desk.state, anna.id)).toBe(true)
    desk.hear({ chatId: other.id, senderId: ravi.id })
    expect([...desk.state.tickets.values()].map(({ customerId }) => customerId)).toEqual([ravi.id])
  })

  it('of a group that goes on under an id that is followed already is one group', () => {
    const desk = DeskOnPaper.open()
    desk.ask({ kind: 'follow-group', group: other })
    desk.deliver([{ kind: 'group-migrated', from: chatId, to: other.id, at: iso(desk.now) }])
    expect(desk.state.groups).toEqual([other])
    expect(desk.state.groups).not.toContainEqual(fernline)
  })
})
