import { describe, expect, it } from 'vitest'
import {
  coordinates,
  liveWords,
  mapAddress,
} from '../../../../../src-renderer/features/conversation/place-words'

const sydney = { latitude: -33.8567844, longitude: 151.2152967 }

describe('a place', () => {
  it('is told to about a metre, as maps take it', () => {
    expect(coordinates(sydney)).toBe('-33.85678, 151.21530')
    expect(coordinates({ latitude: 1e-9, longitude: 0 })).toBe('0.00000, 0.00000')
  })

  it('opens on a map in the browser', () => {
    expect(mapAddress(sydney)).toBe(
      'https://www.openstreetmap.org/?mlat=-33.85678&mlon=151.21530#map=17/-33.85678/151.21530',
    )
  })

  it('that moves is where it was, and says until when Telegram shows more', () => {
    const at = new Date(2025, 2, 4, 9, 5).getTime()
    expect(liveWords(at + 15 * 60_000, at)).toBe('Where it was at 09:05. In Telegram it moves until 09:20')
    expect(liveWords(at + 0x7fffffff * 1000, at)).toContain('until it is stopped')
  })
})
