import { describe, expect, it } from 'vitest'
import { attachmentMaxBytes, tooLargeToSend } from '../../../../src-preload/contract/limits'

const megabyte = 1024 * 1024

describe('a file for a reply', () => {
  it('goes up to what the desk holds in memory', () => {
    expect(tooLargeToSend(attachmentMaxBytes)).toBeNull()
  })

  it('that is larger goes by another way, and both sizes are told', () => {
    const words = 'Files up to 50 MB can be sent from here. This one has 61. Send it in Telegram.'
    expect(tooLargeToSend(60 * megabyte + 1)).toBe(words)
    expect(tooLargeToSend(2000 * megabyte)).toContain('This one has 2,000. Send it in Telegram.')
  })

  it('that Telegram does not take at all is told as such', () => {
    const words = 'Telegram takes files up to 2,000 MB. This one has 2,001.'
    expect(tooLargeToSend(2000 * megabyte + 1)).toBe(words)
  })
})
