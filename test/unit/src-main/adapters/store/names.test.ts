import { expect, test } from 'vitest'
import { Names } from '../../../../../src-main/adapters/store/names'

test('names that are added to be read later have the numbers they had, whenever somebody asks', () => {
  const whole = new Names()
  for (const name of ['a', 'b', '"c"', 'd', 'e']) whole.numberOf(name)
  const names = new Names()
  names.addLater(whole.jsonOf(0, 2), 2)
  expect(names.find('b')).toBe(1)
  names.addLater(whole.jsonOf(2, 4), 2)
  expect(names.size).toBe(4)
  expect(names.numberOf('e')).toBe(4)
  expect(names.numberOf('"c"')).toBe(2)
  expect([0, 1, 2, 3, 4].map((number) => names.nameOf(number))).toEqual(['a', 'b', '"c"', 'd', 'e'])
  expect(names.find('f')).toBeNull()
})
