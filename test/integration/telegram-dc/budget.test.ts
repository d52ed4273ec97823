import { expect, test } from 'vitest'
import { Budget } from '../../telegram/budget'

function holder(name: string, cut: string[]) {
  return { cutBack: () => void cut.push(name) }
}

test('who holds most is cut back when there is not enough for all, and nobody else', () => {
  const cut: string[] = []
  const [modest, greedy] = [holder('modest', cut), holder('greedy', cut)]
  const budget = new Budget(100)
  budget.set(modest, 30)
  budget.set(greedy, 60)
  expect(cut).toEqual([])
  budget.set(modest, 41)
  expect(cut).toEqual(['greedy'])
  expect(budget.bytes).toBe(41)
})

test('what was given back may be held by others', () => {
  const cut: string[] = []
  const [first, second] = [holder('first', cut), holder('second', cut)]
  const budget = new Budget(100)
  budget.set(first, 90)
  budget.set(first, 10)
  budget.set(second, 85)
  budget.set(first, 0)
  expect({ cut, left: budget.bytes }).toEqual({ cut: [], left: 85 })
})
