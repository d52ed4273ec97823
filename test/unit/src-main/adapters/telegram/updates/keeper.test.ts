import { expect, test, vi } from 'vitest'
import { Draft } from '../../../../../../src-main/adapters/telegram/updates/draft'
import { Keeper, Stopped } from '../../../../../../src-main/adapters/telegram/updates/keeper'
import type { TelegramDelivery } from '../../../../../../src-main/core/desk/facts'

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
