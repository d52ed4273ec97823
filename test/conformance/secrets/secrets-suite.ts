import { describe, expect, test } from 'vitest'
import type { Secrets } from '../../../src-main/core/ports'

/** What every place for secrets must do. `open` gives a new, empty one. */
export function secretsSuite(name: string, open: () => Promise<Secrets>): void {
  describe(`${name} as a place for secrets`, () => {
    test('nothing is there at first', async () => {
      const secrets = await open()
      expect(await secrets.read('telegram-session')).toBeNull()
    })

    test('what was written is read back, each under its name', async () => {
      const secrets = await open()
      await secrets.write('telegram-session', 'one')
      await secrets.write('telegram-api', 'kaksi ✓')
      expect(await secrets.read('telegram-session')).toBe('one')
      expect(await secrets.read('telegram-api')).toBe('kaksi ✓')
    })

    test('the newest counts', async () => {
      const secrets = await open()
      await secrets.write('telegram-session', 'old')
      await secrets.write('telegram-session', 'new')
      expect(await secrets.read('telegram-session')).toBe('new')
    })

    test('the names under which something is kept are known, those of each account too', async () => {
      const secrets = await open()
      expect(await secrets.names()).toEqual([])
      await secrets.write('telegram-session-10', 'one')
      await secrets.write('telegram-api', 'two')
      await secrets.write('telegram-session-12', 'three')
      await secrets.remove('telegram-session-12')
      expect([...(await secrets.names())].sort()).toEqual(['telegram-api', 'telegram-session-10'])
    })

    test('what is removed is gone, and removing it again is no error', async () => {
      const secrets = await open()
      await secrets.write('telegram-session', 'one')
      await secrets.remove('telegram-session')
      await secrets.remove('telegram-session')
      expect(await secrets.read('telegram-session')).toBeNull()
    })
  })
}
