import { describe, expect, it } from 'vitest'
import { obstacleOf } from '../../../../src-renderer/desk/obstacle'
import { throughWords } from '../../../../src-renderer/desk/way-words'
import { severalAccounts } from '../../../renderer/data/accounts'
import { minute, now } from '../../../renderer/data/now'
import { wayTickets } from '../../../renderer/data/ways'

const ticket = (code: string) => {
  const found = wayTickets.find((one) => one.code === code)
  if (!found) throw new Error(`No ticket ${code}`)
  return found
}
const obstacle = (code: string) => obstacleOf(ticket(code), now)

describe('what keeps a reply from its customer', () => {
  it('is nothing while the way is open', () => {
    expect(obstacle('BOT101')).toBeNull()
    expect(obstacle('PRV303')).toBeNull()
  })
  it('is a customer who blocked the bot, until they write again', () => {
    expect(obstacle('BLK202')).toMatchObject({ kind: 'blocked', isFinal: true })
    expect(obstacle('BLK202')?.text).toMatch(/^Tomi blocked the bot at \d\d:\d\d\. Nothing can be delivered/)
    const before = { ...ticket('BLK202'), blockedAt: now - 4 * 24 * 60 * minute }
    expect(obstacleOf(before, now)?.text).toMatch(/blocked the bot on 28 February\./)
  })
  it('is a topic that was deleted, though a copy in the staff group is none', () => {
    expect(obstacle('DEL404')?.kind).toBe('topic-deleted')
    const mirrored = { ...ticket('BOT101'), topic: { title: 'x', state: 'deleted' as const } }
    expect(obstacleOf(mirrored, now)).toBeNull()
  })
  it('is a customer whose account is gone, in a private chat', () => {
    expect(obstacle('GON505')?.kind).toBe('customer-gone')
  })
  it('is an account that is signed out: replies wait', () => {
    expect(obstacleOf({ ...ticket('BOT101'), account: null }, now)).toMatchObject({
      kind: 'signed-out',
      isFinal: false,
    })
  })
})

describe('a ticket whose group or chat was taken off the desk', () => {
  it('bars replies, for they would not be sent, and does not call the account signed out', () => {
    const topic = { ...ticket('DEL404'), topic: { title: 'x', state: 'open' as const } }
    const left = { isFollowed: false, account: null }
    expect(obstacleOf({ ...topic, ...left }, now)).toMatchObject({ kind: 'off-desk', isFinal: true })
    expect(obstacleOf({ ...ticket('PRV303'), isFollowed: false }, now)?.text).toMatch(
      /^This chat is off the desk/,
    )
    expect(throughWords({ ...ticket('PRV303'), isFollowed: false }, [])).toBe('in private, off the desk')
  })
})

describe('through what a customer is answered', () => {
  it('names the account and the place', () => {
    expect(throughWords(ticket('BOT101'), severalAccounts)).toBe('through @fernline_help_bot in private')
    expect(throughWords(ticket('DEL404'), severalAccounts)).toBe(
      'through @fernline_help_bot in Fernline Help',
    )
    expect(throughWords(ticket('PRV303'), [])).toBe('through Anna Lindqvist in private')
    expect(throughWords(ticket('GON505'), severalAccounts)).toBe('in private, account signed out')
  })
})
