import { expect, test, vi } from 'vitest'
import { GroupCommit } from '../../../../../src-main/adapters/store/group-commit'

/** A commit that waits until it is told how it went. */
function steered() {
  const batches: (readonly number[])[] = []
  const ends: { resolve(): void; reject(error: Error): void }[] = []
  const refused = vi.fn()
  const group = new GroupCommit<number>((items) => {
    batches.push(items)
    return new Promise((resolve, reject) => {
      ends.push({ resolve, reject })
    })
  }, refused)
  const turn = () => new Promise((resolve) => setImmediate(resolve))
  return { batches, ends, group, refused, turn }
}

test('those who ask while the disk is busy share the next write', async () => {
  const { batches, ends, group, turn } = steered()
  const done = [group.add(1), group.add(2)]
  await turn()
  done.push(group.add(3), group.add(4), group.add(5))
  await turn()
  expect(batches).toEqual([[1, 2]])
  ends[0]?.resolve()
  await turn()
  expect(batches).toEqual([
    [1, 2],
    [3, 4, 5],
  ])
  ends[1]?.resolve()
  await Promise.all(done)
})

test('a refusal refuses all that wait behind it, and the next one is tried again', async () => {
  const { batches, ends, group, refused, turn } = steered()
  const outcomes = Promise.allSettled([group.add(1), turn().then(() => group.add(2))])
  await turn()
  await turn()
  ends[0]?.reject(new Error('no'))
  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(refused).toHaveBeenCalledTimes(1)
  expect(batches).toEqual([[1]])
  const third = group.add(3)
  await turn()
  ends[1]?.resolve()
  await third
})

test('settled waits for what is in flight, refused or not', async () => {
  const { ends, group, turn } = steered()
  const refusal = expect(group.add(1)).rejects.toThrow('no')
  await turn()
  let isSettled = false
  const settled = group.settled().then(() => {
    isSettled = true
  })
  await turn()
  expect(isSettled).toBe(false)
  ends[0]?.reject(new Error('no'))
  await settled
  await refusal
})
