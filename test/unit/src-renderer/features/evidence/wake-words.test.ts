import { describe, expect, it } from 'vitest'
import { addWake, type Wake } from '../../../../../src-renderer/desk/wake-store'
import { isWorrying, worryWords } from '../../../../../src-renderer/features/evidence/tally-rows'
import {
  awayWords,
  isUneventful,
  meanwhileWords,
  proofWords,
} from '../../../../../src-renderer/features/evidence/wake-words'
import { tally } from '../../../../renderer/data/evidence'

const hour = 3_600_000
const wake = (accountId: string, part: Partial<Wake> = {}): Wake => ({
  ...{ accountId, name: accountId, awayFrom: 0, backAt: 7 * hour },
  tally: tally({}),
  ...part,
})

describe('the card after a sleep', () => {
  it('merges accounts, and what comes later for one of them', () => {
    const first = addWake([], wake('bot', { tally: tally({ received: 2, gapsFound: 1 }) }))
    const both = addWake(first, wake('anna'))
    expect(both).toHaveLength(2)
    const again = addWake(
      both,
      wake('bot', { awayFrom: 8 * hour, backAt: 9 * hour, tally: tally({ received: 3 }) }),
    )
    expect(again).toHaveLength(2)
    expect(again[0]).toMatchObject({ awayFrom: 0, backAt: 9 * hour, tally: { received: 5, gapsFound: 1 } })
  })
  it('replaces an earlier report of the same absence', () => {
    const first = addWake([], wake('bot', { tally: tally({ received: 2 }) }))
    expect(addWake(first, wake('bot', { tally: tally({ received: 3 }) }))[0]?.tally.received).toBe(3)
  })
  it('says how long it was, from the first that went to the last that came back', () => {
    expect(awayWords([wake('bot'), wake('anna', { backAt: 8 * hour })])).toBe('Back after 8 hours')
  })
  it('names only what there is', () => {
    expect(meanwhileWords(tally({ received: 1, created: 2 }))).toBe('1 message came, 2 new tickets')
    expect(meanwhileWords(tally({}))).toBe('Nothing new')
  })
  it('need not be read only if nothing came for any account and nothing is in doubt', () => {
    const quiet = wake('bot')
    expect(isUneventful([quiet, wake('anna')])).toBe(true)
    expect(isUneventful([quiet, wake('anna', { tally: tally({ received: 1 }) })])).toBe(false)
    expect(isUneventful([quiet, wake('anna', { tally: tally({ gapsFound: 1 }) })])).toBe(false)
  })
  it('claims that nothing is missing only when that is so', () => {
    expect(proofWords([wake('bot')])).toEqual({ isWhole: true, text: 'Nothing is missing.' })
    expect(proofWords([wake('bot', { tally: tally({ gapsFound: 2, gapsClosed: 1 }) })]).isWhole).toBe(false)
    expect(proofWords([wake('bot'), wake('anna', { tally: tally({ uncertain: 1 }) })])).toEqual({
      isWhole: false,
      text: '1 reply was perhaps sent.',
    })
  })
})

describe('the figures', () => {
  it('worry about gaps that stayed open and replies of which nobody can tell', () => {
    const open = tally({ gapsFound: 2, gapsClosed: 1, uncertain: 2 })
    expect(isWorrying('gapsClosed', open)).toBe(true)
    expect(isWorrying('gapsFound', open)).toBe(false)
    expect(isWorrying('uncertain', open)).toBe(true)
    expect(worryWords(open)).toBe('1 gap is still open. 2 replies were perhaps sent.')
    expect(worryWords(tally({ received: 5, gapsFound: 2, gapsClosed: 2 }))).toBe('')
  })
})
