import { expect, it } from 'vitest'
import { wellWords } from '../../../../../src-renderer/features/evidence/tally-rows'
import { tally } from '../../../../renderer/data/evidence'

it('what is accounted for speaks of closed gaps only where there were any', () => {
  expect(wellWords(tally({}))).toBe('Nothing came or went yet.')
  expect(wellWords(tally({ received: 3 }))).toBe('No gap was found, every reply is accounted for.')
  expect(wellWords(tally({ received: 3, gapsFound: 2, gapsClosed: 2 }))).toBe(
    'Every gap was closed, every reply is accounted for.',
  )
})
