import { describe, expect, it } from 'vitest'
import { accountLinkWords } from '../../../../src-renderer/desk/account-link-words'

const now = Date.UTC(2025, 2, 4, 10, 5)

describe('how one account’s link does', () => {
  it('is connected, and says when Telegram was last heard', () => {
    expect(accountLinkWords({ kind: 'live' }, now - 2000, now)).toEqual({
      tone: 'good',
      text: 'Connected, last heard 2 s ago',
    })
    expect(accountLinkWords({ kind: 'live' }, null, now).text).toBe('Connected')
    expect(accountLinkWords({ kind: 'live' }, now - 180_000, now).text).toMatch(/3 min ago$/)
  })
  it('says what it waits for', () => {
    expect(accountLinkWords({ kind: 'flood-wait', until: now + 27_400 }, null, now).text).toBe(
      'Telegram asks for a pause, 28 s',
    )
    expect(accountLinkWords({ kind: 'catching-up', behind: 1420 }, null, now).text).toBe(
      'Catching up, 1,420 to go',
    )
    expect(accountLinkWords({ kind: 'connecting', attempt: 3, nextTryAt: now + 8000 }, null, now).text).toBe(
      'Connecting, next try in 8 s',
    )
  })
  it('says what is broken', () => {
    expect(accountLinkWords({ kind: 'signed-out' }, now, now).tone).toBe('bad')
    const out = { kind: 'not-in-group', groups: [{ id: '5', title: 'Fernline Help' }] } as const
    expect(accountLinkWords(out, now, now)).toEqual({ tone: 'bad', text: 'Not in Fernline Help any more' })
  })
})
