import { expect, test } from 'vitest'
import { settingsPatch } from '../../../../src-preload/contract/settings'

const keys = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`thing-${at}`, 'x']))

test('the window may change some keys, and not fill the disk with them', () => {
  expect(settingsPatch.safeParse({ keys: keys(200) }).success).toBe(true)
  expect(settingsPatch.safeParse({ keys: keys(201) }).success).toBe(false)
})
