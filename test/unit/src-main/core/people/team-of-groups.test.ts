import { describe, expect, it } from 'vitest'
import { isTeam } from '../../../../../src-main/core/people/names'
import { anna, chatId, DeskOnPaper, fernline, iso, ravi } from '../desk-on-paper'

const other = { id: '-100600', title: 'Oakline Help', accountId: anna.id, role: 'public' } as const

describe('the team', () => {
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
