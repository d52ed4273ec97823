import { describe, expect, it } from 'vitest'
import type { Delivery, MessageItem } from '../../../../../src-preload/contract/conversation'
import {
  changeWords,
  deletedWords,
  deliveryWords,
  messageName,
} from '../../../../../src-renderer/features/conversation/message-words'

const words = (delivery: Delivery) => deliveryWords(delivery, 10_000)?.text

describe('how far a reply has come', () => {
  it('is a tick once it went out', () => {
    expect(words({ kind: 'sent' })).toBeUndefined()
    expect(words({ kind: 'read' })).toBeUndefined()
  })
  it('says what it waits for', () => {
    expect(words({ kind: 'held', until: 13_200, waits: 'offline' })).toBe('Sends in 4 s')
    expect(words({ kind: 'queued', waits: 'above', until: null })).toBe('Waits for the message above')
    expect(words({ kind: 'queued', waits: 'offline', until: null })).toBe('Sends when online')
    expect(words({ kind: 'queued', waits: 'pause', until: 38_000 })).toBe('Telegram asks for a pause, 28s')
    expect(words({ kind: 'sending' })).toBe('Sending')
  })
  it('counts no second that was over before it was written', () => {
    const held = { kind: 'held', until: 15_400, waits: 'turn' } as const
    expect(deliveryWords(held, 10_000, 10_400)?.text).toBe('Sends in 5 s')
    expect(deliveryWords(held, 11_000, 10_400)?.text).toBe('Sends in 5 s')
    expect(deliveryWords(held, 12_000, 10_400)?.text).toBe('Sends in 4 s')
  })
  it('says what it waits for once its hold is over', () => {
    const over = (waits: 'turn' | 'above' | 'offline') => words({ kind: 'held', until: 9_000, waits })
    expect(over('turn')).toBe('Sending')
    expect(over('offline')).toBe('Sends when online')
    expect(over('above')).toBe('Waits for the message above')
  })
  it('says why it failed, once', () => {
    expect(words({ kind: 'failed', reason: 'Connection lost.' })).toBe('Not sent: connection lost')
    expect(words({ kind: 'failed', reason: 'Not sent: connection lost' })).toBe('Not sent: connection lost')
    expect(words({ kind: 'failed', reason: 'Telegram refuses the file.' })).toBe(
      'Not sent: Telegram refuses the file',
    )
    const stale = { kind: 'failed', reason: 'Lena wrote before this was sent.', isStale: true } as const
    expect(words(stale)).toBe('Not sent: Lena wrote before this was sent')
  })
  it('does not claim to know what it cannot', () => {
    expect(words({ kind: 'uncertain', reason: 'no echo' })).toBe('Perhaps sent')
  })
})

describe('a message for ears', () => {
  const said = { side: 'customer', author: { name: 'Mira' }, deletedAt: null, editedAt: null } as const
  const name = (line: string | null) =>
    messageName({
      ...said,
      delivery: { kind: 'received' },
      content: line === null ? null : { kind: 'other', what: 'story', line },
    } as MessageItem)

  it('says whose it is, and what is in it where that is no words', () => {
    expect(name(null)).toBe('Message from Mira')
    expect(name('A place: Kiasma')).toBe('Message from Mira, a place: Kiasma')
  })
})

describe('a message that was deleted', () => {
  const sent = new Date(2025, 2, 6, 23, 50).getTime()
  it('gives the day too where it is not the day it was sent', () => {
    expect(deletedWords(sent + 5 * 60_000, sent)).toBe('at 23:55')
    expect(deletedWords(sent + 15 * 60_000, sent)).toBe('on 7 March at 00:05')
  })
})

describe('a change of a reply that is on its way', () => {
  const change = (kind: 'edit' | 'delete', waits: 'above' | 'offline' | 'sign-in' | 'turn') =>
    changeWords({ kind, delivery: { kind: 'queued', waits, until: null } })

  it('says what it waits for', () => {
    expect(change('edit', 'offline')).toBe('The edit goes out when online')
    expect(change('edit', 'above')).toBe('The edit goes out after what waits before it')
    expect(change('delete', 'sign-in')).toBe('Is deleted when you sign in')
    expect(change('delete', 'turn')).toBe('Deleting')
  })

  it('says nothing once it is there', () => {
    expect(changeWords(undefined)).toBeNull()
    expect(changeWords({ kind: 'edit', delivery: { kind: 'sending' } })).toBe('Saving the edit')
  })
})
