import { describe, expect, it } from 'vitest'
import { ticketCode } from '../../../../../src-main/core/ticket/ticket-code'

describe('the code of a ticket', () => {
  it('is three consonants and three digits, the same every time', () => {
    const code = ticketCode('-100500:7', () => false)
    expect(code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{3}\d{3}$/)
    expect(ticketCode('-100500:7', () => false)).toBe(code)
  })

  it('goes on to the next free one where it is taken', () => {
    const first = ticketCode('-100500:7', () => false)
    const second = ticketCode('-100500:7', (code) => code === first)
    expect(second).not.toBe(first)
    expect(second).toMatch(/^[A-Z]{3}\d{3}$/)
  })

  it('hardly ever meets another over ten thousand topics, and never repeats when asked to look', () => {
    const taken = new Set<string>()
    let meetings = 0
    for (let topic = 1; topic <= 10_000; topic++) {
      const code = ticketCode(`-100500:${topic}`, (other) => {
        if (taken.has(other)) meetings++
        return taken.has(other)
      })
      expect(taken.has(code)).toBe(false)
      taken.add(code)
    }
    expect(meetings).toBeLessThan(40)
  })
})
