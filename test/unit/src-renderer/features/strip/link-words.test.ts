import { describe, expect, it } from 'vitest'
import type { Link } from '../../../../../src-preload/contract/status'
import { heardWords, linkWords } from '../../../../../src-renderer/features/strip/link-words'

const now = new Date(2025, 2, 4, 10, 5).getTime()
const hour = 3_600_000
const facts = { toSend: 0, account: 'user' } as const
const text = (link: Link, given: Parameters<typeof linkWords>[2] = facts) => linkWords(link, now, given).text

describe('the strip', () => {
  it('says how the link is', () => {
    expect(text({ kind: 'live' })).toBe('Connected')
    expect(text({ kind: 'connecting', attempt: 1, nextTryAt: null })).toBe('Connecting')
    expect(text({ kind: 'connecting', attempt: 3, nextTryAt: now + 7200 })).toBe(
      'Connecting, try 3, next in 8 s',
    )
    expect(text({ kind: 'catching-up', behind: 142 })).toBe('Catching up, 142 messages to go')
    expect(text({ kind: 'catching-up', behind: 1 })).toBe('Catching up, 1 message to go')
    expect(text({ kind: 'flood-wait', until: now + 28_000 })).toBe('Telegram asks for a pause, 28 s')
  })

  it('says since when it is offline and what waits', () => {
    const since = new Date(2025, 2, 4, 9, 12).getTime()
    expect(text({ kind: 'offline', since }, { toSend: 3, account: 'bot' })).toBe(
      'Offline since 09:12, 3 to send',
    )
  })

  it('warns a bot after 21 hours that Telegram forgets after a day', () => {
    const bot = { toSend: 0, account: 'bot' } as const
    expect(text({ kind: 'offline', since: now - 21 * hour }, bot)).toBe(
      'Offline for 21 hours. Messages to the bot may be lost in 3 hours',
    )
    expect(text({ kind: 'offline', since: now - 30 * hour }, bot)).toMatch(/may be lost$/)
    expect(text({ kind: 'offline', since: now - 21 * hour })).not.toMatch(/lost/)
  })

  it('says which groups the account is not in any more', () => {
    const groups = ['Help', 'Riders', 'Fern\u202eline'].map((title) => ({ id: title, title }))
    const words = (count: number) =>
      linkWords({ kind: 'not-in-group', groups: groups.slice(0, count) }, now, { toSend: 0, account: 'user' })
    expect(words(1)).toEqual({ tone: 'bad', text: 'Not in Help any more' })
    expect(words(3).text).toBe('Not in Help, Riders and Fernline any more')
  })

  it('never counts below zero', () => {
    expect(text({ kind: 'flood-wait', until: now - 500 })).toBe('Telegram asks for a pause, 0 s')
  })

  it('says when Telegram was last heard', () => {
    expect(heardWords(now - 2400, now)).toBe('Last heard from Telegram 2 s ago')
    expect(heardWords(now - 5 * 60_000, now)).toBe('Last heard from Telegram 5 min ago')
    expect(heardWords(now - 2 * hour, now)).toBe('Last heard from Telegram 08:05')
    expect(heardWords(null, now)).toBe('Nothing heard from Telegram yet')
  })
})
