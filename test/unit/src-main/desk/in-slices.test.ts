import { expect, test } from 'vitest'
import { inSlices } from '../../../../src-main/desk/in-slices'

test('work in slices is done to its end, and others have their turn meanwhile', async () => {
  let done = 0
  let turns = 0
  let isOver = false
  const others = () => {
    turns++
    if (!isOver) setImmediate(others)
  }
  others()
  function* steps() {
    // As long as nobody else had a turn, however quick the machine.
    for (; done < 10 || turns < 5; done++) yield
  }
  await inSlices(steps())
  isOver = true
  expect(done).toBeGreaterThanOrEqual(10)
  expect(turns).toBeGreaterThanOrEqual(5)
})

test('work that fails says so', async () => {
  function* fails(): Iterator<void> {
    yield
    throw new Error('no more')
  }
  await expect(inSlices(fails())).rejects.toThrow('no more')
})
