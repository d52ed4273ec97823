import { describe, expect, it } from 'vitest'
import { tooLarge } from '../../../../../src-renderer/features/composer/attach'

describe('a file for a reply', () => {
  it('goes up to what Telegram takes', () => {
    expect(tooLarge(50 * 1024 * 1024)).toBeNull()
  })
  it('is refused with both sizes when it is larger', () => {
    expect(tooLarge(61 * 1024 * 1024)).toBe('Telegram takes files up to 50 MB. This one has 61.')
  })
})
