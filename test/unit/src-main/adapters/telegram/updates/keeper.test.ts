import { afterEach, describe, expect, test, vi } from 'vitest'
import { Draft } from '../../../../../../src-main/adapters/telegram/updates/draft'
import { Keeper, Stopped } from '../../../../../../src-main/adapters/telegram/updates/keeper'
import type { TelegramDelivery } from '../../../../../../src-main/core/desk/facts'
import { Refusal } from '../../../../../../src-main/core/refusal'

const quiet = { info: () => {}, warn: () => {}, error: () => {} }
const deleted = (number: number) =>
  ({ kind: 'messages-deleted', chatId: '1', numbers: [number], at: '2026-01-01T00:00:00.000Z' }) as const

function keeping(refusals = 0) {
  const kept: TelegramDelivery[] = []
  let left = refusals
  const receive = async (delivery: TelegramDelivery) => {
    if (left > 0) {
      left--
      throw new Error('full')
    }
    kept.push(delivery)
  }
  const errors: unknown[] = []
  const log = { ...quiet, error: (_: string, error?: unknown) => void errors.push(error) }
  return { kept, errors, keeper: new Keeper('1001', new Map([['old', '1']]), { receive }, log) }
}

test('a long draft is kept in deliveries of a hundred, and only the last says that all was read', async () => {
  const { kept, keeper } = keeping()
  const draft = new Draft()
  for (let number = 1; number <= 250; number++) draft.facts.push(deleted(number))
  draft.marks['channel:1'] = '9'
  await keeper.keep(draft)
  expect(kept.map((delivery) => delivery.facts.length)).toEqual([100, 100, 50])
  expect(kept.map((delivery) => delivery.marks)).toEqual([{}, {}, { 'channel:1': '9' }])
  expect(keeper.marks.get('channel:1')).toBe('9')
})

test('marks that stand already are not written again', async () => {
  const { kept, keeper } = keeping()
  const draft = new Draft()
  draft.marks.old = '1'
  await keeper.keep(draft)
  expect(kept).toEqual([])
})

test('a mark that is forgotten is gone', async () => {
  const { keeper } = keeping()
  const draft = new Draft()
  draft.marks.old = null
  await keeper.keep(draft)
  expect(keeper.marks.has('old')).toBe(false)
})

test('what was refused comes again until it is kept, once; why it was is in the log', async () => {
  const { kept, keeper, errors } = keeping(1)
  const draft = new Draft()
  draft.facts.push(deleted(1))
  await keeper.keep(draft)
  expect(kept).toHaveLength(1)
  expect(errors).toEqual([new Error('full')])
})

test('a stopped keeper keeps nothing more', async () => {
  const { kept, keeper } = keeping(1_000)
  const draft = new Draft()
  draft.facts.push(deleted(1))
  const keepingOn = keeper.keep(draft)
  keeper.stop()
  await expect(keepingOn).rejects.toBeInstanceOf(Stopped)
  expect(kept).toEqual([])
})

test('a keeper that is stopped while the desk refuses does not wait until it may try again', async () => {
  vi.useFakeTimers()
  try {
    let refuse: (why: Error) => void = () => {}
    const receive = () =>
      new Promise<void>((_, reject) => {
        refuse = reject
      })
    const keeper = new Keeper('1001', new Map(), { receive }, quiet)
    const draft = new Draft()
    draft.facts.push(deleted(1))
    const keepingOn = keeper.keep(draft)
    keeper.stop()
    refuse(new Error('full'))
    await expect(keepingOn).rejects.toBeInstanceOf(Stopped)
    expect(vi.getTimerCount()).toBe(0)
  } finally {
    vi.useRealTimers()
  }
})

describe('what the rules of the desk fail on', () => {
  afterEach(() => void vi.useRealTimers())
  const numbersOf = ({ facts }: TelegramDelivery) =>
    facts.flatMap((fact) => (fact.kind === 'messages-deleted' ? fact.numbers : []))

  /** A desk that fails on the deletion of 2, and on what `also` says. */
  function failing(error: () => Error, also: (delivery: TelegramDelivery) => boolean = () => false) {
    vi.useFakeTimers()
    const kept: TelegramDelivery[] = []
    const warnings: string[] = []
    const receive = async (delivery: TelegramDelivery) => {
      if (numbersOf(delivery).includes(2) || also(delivery)) throw error()
      kept.push(delivery)
    }
    const log = { ...quiet, warn: (what: string) => void warnings.push(what) }
    const keeper = new Keeper('1001', new Map(), { receive }, log)
    const draft = new Draft()
    for (const number of [1, 2, 3]) draft.facts.push(deleted(number))
    draft.marks['channel:1'] = '9'
    draft.marks['peer:1001:user:8'] = '{}'
    draft.count('recovered')
    return { kept, warnings, keeper, keeping: keeper.keep(draft) }
  }

  test('is set aside by its name, and all else goes on in order; that all was read is said last', async () => {
    const { kept, keeper, keeping } = failing(() => new TypeError('of words nobody may see'))
    await vi.advanceTimersByTimeAsync(1_300)
    expect(kept).toEqual([])
    await vi.advanceTimersByTimeAsync(200)
    await keeping
    const rest = { facts: [], people: [], accountId: '1001', marks: {} }
    const aside = {
      id: '1001/messages-deleted/1/2',
      ...{ accountId: '1001', what: 'messages-deleted', chatId: '1', numbers: [2], error: 'TypeError' },
    }
    expect(kept).toEqual([
      { ...rest, marks: { 'peer:1001:user:8': '{}' } },
      { ...rest, facts: [deleted(1)] },
      { ...rest, setAside: [aside] },
      { ...rest, facts: [deleted(3)] },
      { ...rest, marks: { 'channel:1': '9', 'peer:1001:user:8': '{}' }, tally: { recovered: 1 } },
    ])
    expect(keeper.marks.get('channel:1')).toBe('9')
  })

  test('waits with all behind it while the desk cannot take note of that', async () => {
    let isFull = true
    const { kept, keeper, keeping } = failing(
      () => new TypeError('a bug'),
      ({ setAside }) => setAside !== undefined && isFull,
    )
    await vi.advanceTimersByTimeAsync(60_000)
    expect(kept.map(numbersOf)).toEqual([[], [1]])
    expect([...keeper.marks.keys()]).toEqual(['peer:1001:user:8'])
    isFull = false
    await vi.advanceTimersByTimeAsync(10_000)
    await keeping
    expect(kept.map(numbersOf)).toEqual([[], [1], [], [3], []])
  })

  test.each([
    ['a full disk', () => new Refusal('storage-full', 'full')],
    ['a disk that fails', () => Object.assign(new Error('no'), { code: 'EIO' })],
  ])('is not what %s refuses: that comes again whole until it is kept', async (_, error) => {
    const { kept, warnings, keeper, keeping } = failing(error)
    await vi.advanceTimersByTimeAsync(10 * 60_000)
    expect(kept).toEqual([])
    expect(new Set(warnings)).toEqual(new Set(['a delivery was not kept and comes again']))
    keeper.stop()
    await expect(keeping).rejects.toBeInstanceOf(Stopped)
  })
})
